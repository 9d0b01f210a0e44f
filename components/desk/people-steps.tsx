import { getTranslations } from "next-intl/server";
import { TickField } from "@/components/ui/form-field";
import type { Locale } from "@/lib/i18n/locales";
import type { PersonAnswer } from "@/lib/people/person";
import type { ListedPerson } from "@/lib/people/queries";

type Step = (data: FormData) => Promise<void>;

/** What else can be done about somebody at the desk: invite them again, reset their code, remove them. */
export async function PersonSteps({
  locale,
  person,
  isSelf,
  answer,
  formKey,
  inviteAgain,
  resetCode,
  remove,
}: {
  locale: Locale;
  person: ListedPerson;
  /** Whether it is who is looking. */
  isSelf: boolean;
  answer: PersonAnswer | undefined;
  /** The form's own number, by which what is sent twice arrives once. */
  formKey: string;
  inviteAgain: Step;
  resetCode: Step;
  remove: Step;
}) {
  const t = await getTranslations({ locale, namespace: "people" });
  return (
    <>
      {!person.lastSignIn && (
        <section aria-labelledby="invite-again" className="mt-10">
          <h2 id="invite-again" className="text-h3">
            {t("inviteAgain")}
          </h2>
          <p className="prose mt-2">{t("inviteAgainText")}</p>
          <form action={inviteAgain} className="mt-2">
            <input type="hidden" name="key" value={formKey} />
            <button type="submit" className="button">
              {t("sendInvitation")}
            </button>
          </form>
        </section>
      )}
      {person.code === "set-up" && !isSelf && (
        <section aria-labelledby="reset-code" className="mt-10">
          <h2 id="reset-code" className="text-h3">
            {t("resetCode")}
          </h2>
          <p className="prose mt-2">{t("resetCodeText")}</p>
          <form action={resetCode} className="mt-2">
            <button type="submit" className="button">
              {t("resetCode")}
            </button>
          </form>
        </section>
      )}
      <section aria-labelledby="remove" className="mt-10">
        <h2 id="remove" className="text-h3">
          {t("remove")}
        </h2>
        <p className="prose mt-2">{t("removeText")}</p>
        <form action={remove} noValidate>
          <TickField
            name="confirmed"
            label={isSelf ? t("removeMyself") : t("removeConfirm", { name: person.name })}
            error={answer?.errors?.confirmed && t("error.confirm")}
            checked={false}
          />
          <button type="submit" className="button mt-2">
            {t("remove")}
          </button>
        </form>
      </section>
    </>
  );
}
