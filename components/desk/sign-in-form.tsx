import { getTranslations } from "next-intl/server";
import { TextField } from "@/components/ui/form-field";
import type { DeskAnswer } from "@/lib/desk/answer";
import type { Locale } from "@/lib/i18n/locales";

/** The way in: an e-mail address, and what became of it. */
export async function SignInForm({
  locale,
  action,
  answer,
  minutes,
}: {
  locale: Locale;
  action: (data: FormData) => Promise<void>;
  answer: DeskAnswer | undefined;
  /** How long the link will work. */
  minutes: number;
}) {
  const t = await getTranslations({ locale, namespace: "desk" });
  return (
    <>
      <h1 className="text-h1">{t("signInTitle")}</h1>
      {answer?.done === "link-sent" ? (
        <p role="status" className="prose mt-4">
          {t("linkSent", { minutes: String(minutes) })}
        </p>
      ) : (
        <>
          <p className="prose mt-3">{t("signInText")}</p>
          <form action={action} noValidate className="max-w-xl">
            <TextField
              name="email"
              type="email"
              label={t("email")}
              autoComplete="email"
              value={answer?.typed ?? ""}
              error={answer?.error && t(`error.${answer.error as "not-an-email"}`)}
              maxLength={254}
            />
            <button type="submit" className="button button-strong mt-4">
              {t("sendLink")}
            </button>
          </form>
        </>
      )}
    </>
  );
}
