import { getTranslations } from "next-intl/server";
import { DoneNotice, ErrorNotice } from "@/components/ui/notice";
import { Said } from "@/components/ui/said";
import type { PeopleOfPractice } from "@/lib/contact/queries";
import type { Locale } from "@/lib/i18n/locales";

type Action = (data: FormData) => Promise<void>;

/** What an action of this section answers. */
export type PersonAnswer = { person: "sure" | "gone" | "notAllowed" };

/** The people who are kept with a practice, each with the link to their own page and a button that erases them. */
export async function ErasePerson({
  locale,
  people,
  sendLink,
  erase,
  error,
  done,
}: {
  locale: Locale;
  people: PeopleOfPractice;
  sendLink: Action;
  erase: Action;
  error: PersonAnswer["person"] | undefined;
  /** What was just done. */
  done: "sent" | "erased" | undefined;
}) {
  const t = await getTranslations({ locale, namespace: "contactDesk" });
  const { contacts, sender } = people;
  return (
    <section aria-labelledby="people" className="mt-10 max-w-3xl">
      <h2 id="people" className="text-h3">
        {t("title")}
      </h2>
      {error ? <ErrorNotice>{t(`error.${error}`)}</ErrorNotice> : done && <DoneNotice>{t(`done.${done}`)}</DoneNotice>}
      {contacts.length === 0 && !sender ? (
        <p className="mt-2">{t("none")}</p>
      ) : (
        <>
          <p className="mt-2">{t("intro")}</p>
          <ul className="mt-3 grid gap-6">
            {contacts.map(({ id, name, role, email, isConfirmed }) => (
              <li key={id}>
                <p className="font-bold">{t("contact")}</p>
                <p className="break-words">
                  {[name, email].filter(Boolean).join(", ")} ({isConfirmed ? t("confirmed") : t("unconfirmed")})
                </p>
                {role && (
                  <p>
                    <Said said={role} locale={locale} />
                  </p>
                )}
                {email && (
                  <form action={sendLink} className="mt-2">
                    <input type="hidden" name="person" value={id} />
                    <button type="submit" className="button">
                      {t("sendLink")} <span className="sr-only">{email}</span>
                    </button>
                  </form>
                )}
                <EraseForm locale={locale} person={id} called={name ?? email ?? ""} action={erase} />
              </li>
            ))}
            {sender && (
              <li>
                <p className="font-bold">{t("sender")}</p>
                <p className="break-words">{[sender.name, sender.email].filter(Boolean).join(", ")}</p>
                <EraseForm locale={locale} person="sender" called={sender.name ?? sender.email} action={erase} />
              </li>
            )}
          </ul>
        </>
      )}
    </section>
  );
}

async function EraseForm({
  locale,
  person,
  called,
  action,
}: {
  locale: Locale;
  person: string;
  /** Who it is about, for those who do not see where the button stands. */
  called: string;
  action: Action;
}) {
  const t = await getTranslations({ locale, namespace: "contactDesk" });
  return (
    <form action={action} className="mt-2 flex flex-wrap items-center gap-x-6">
      <input type="hidden" name="person" value={person} />
      <label className="tick">
        <input type="checkbox" name="sure" value="yes" />
        <span>{t("sure")}</span>
      </label>
      <button type="submit" className="button">
        {t("erase")} <span className="sr-only">{called}</span>
      </button>
    </form>
  );
}
