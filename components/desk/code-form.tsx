import { getTranslations } from "next-intl/server";
import { QrCode } from "@/components/practice/qr-code";
import { TextField } from "@/components/ui/form-field";
import { ErrorNotice } from "@/components/ui/notice";
import type { DeskAnswer } from "@/lib/desk/answer";
import { inGroups, keyAddress } from "@/lib/desk/totp";
import type { Locale } from "@/lib/i18n/locales";

/** The second factor: a code from the app; before the first one, what the app is to be told. */
export async function CodeForm({
  locale,
  account,
  secret,
  to,
  action,
  signOut,
  answer,
}: {
  locale: Locale;
  /** Whose codes these are, as the app will list them. */
  account: string;
  /** To be put into the app; undefined where that was done. */
  secret: string | undefined;
  /** Where one goes on to. */
  to: string;
  action: (data: FormData) => Promise<void>;
  signOut: () => Promise<void>;
  answer: DeskAnswer | undefined;
}) {
  const t = await getTranslations({ locale, namespace: "code" });
  const error = answer?.error === "too-many" ? t("tooMany") : answer?.error && t("wrong");
  return (
    <>
      <h1 className="text-h1">{t("title")}</h1>
      {error && <ErrorNotice>{error}</ErrorNotice>}
      <p className="prose mt-3">{secret ? t("setUpText") : t("text")}</p>
      {secret && (
        <>
          <h2 className="mt-6 text-h3">{t("setUpScan")}</h2>
          <QrCode address={keyAddress(secret, account)} label={t("qrLabel")} className="mt-2 w-56 bg-white p-2" />
          <h2 className="mt-6 text-h3">{t("setUpType")}</h2>
          <p className="mt-1 break-words">
            <code className="text-lead">{inGroups(secret)}</code>
          </p>
          <p className="prose mt-1 text-small text-muted">{t("setUpTypeHelp", { account })}</p>
        </>
      )}
      <form action={action} noValidate className="max-w-xl">
        <TextField
          name="code"
          label={t("code")}
          help={t("codeHelp")}
          value=""
          error={error}
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={10}
          narrow
        />
        <input type="hidden" name="to" value={to} />
        <button type="submit" className="button button-strong mt-4">
          {t("open")}
        </button>
      </form>
      <p className="prose mt-8">{t("lost")}</p>
      <form action={signOut} className="mt-2">
        <button type="submit" className="button">
          {t("leave")}
        </button>
      </form>
    </>
  );
}
