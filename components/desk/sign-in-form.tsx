import { getTranslations } from "next-intl/server";
import { TextField } from "@/components/ui/form-field";
import { ErrorNotice } from "@/components/ui/notice";
import type { DeskAnswer } from "@/lib/desk/answer";
import type { Locale } from "@/lib/i18n/locales";

/** The way in: an e-mail address, and what became of it. Whose session ended while they wrote gets back what they wrote. */
export async function SignInForm({
  locale,
  action,
  answer,
  minutes,
  to,
}: {
  locale: Locale;
  action: (data: FormData) => Promise<void>;
  answer: DeskAnswer | undefined;
  /** How long the link will work. */
  minutes: number;
  /** The page that is wanted. */
  to: string;
}) {
  const t = await getTranslations({ locale, namespace: "desk" });
  const kept = answer?.kept ?? [];
  return (
    <>
      <h1 className="text-h1">{t("signInTitle")}</h1>
      {answer?.done === "link-sent" ? (
        <p role="status" className="prose mt-4">
          {t("linkSent", { minutes: String(minutes) })}
        </p>
      ) : (
        <>
          {answer?.kept && <ErrorNotice>{t("sessionEnded")}</ErrorNotice>}
          <p className="prose mt-3">{t("signInText")}</p>
          <form id="sign-in" action={action} noValidate className="max-w-xl">
            <TextField
              name="email"
              type="email"
              label={t("email")}
              autoComplete="email"
              value={answer?.typed ?? ""}
              error={answer?.error && t(`error.${answer.error as "not-an-email"}`)}
              maxLength={254}
            />
            <input type="hidden" name="to" value={to} />
            <button type="submit" className="button button-strong mt-4">
              {t("sendLink")}
            </button>
          </form>
        </>
      )}
      {kept.length > 0 && (
        <section aria-labelledby="kept" className="mt-8">
          <h2 id="kept" className="text-h3">
            {t("keptTitle")}
          </h2>
          <p className="prose mt-2">{t("keptText")}</p>
          {kept.map((text, at) => (
            <label key={text} className="mt-4 block font-bold">
              {t("keptField", { number: String(at + 1) })}
              {/* Sent along with the address, so that the next answer shows it too. */}
              <textarea
                name="kept"
                form="sign-in"
                readOnly
                rows={Math.min(12, text.split("\n").length + 2)}
                defaultValue={text}
                className="field mt-1 font-normal"
              />
            </label>
          ))}
        </section>
      )}
    </>
  );
}
