import { ErasePerson, type PersonAnswer } from "@/components/desk/erase-person";
import { peopleOf } from "@/lib/contact/queries";
import { may } from "@/lib/desk/rights";
import { formAnswer } from "@/lib/http/answer";
import type { SearchParams } from "@/lib/http/search-params";
import type { Locale } from "@/lib/i18n/locales";
import type { Session } from "@/lib/session";
import { eraseOnePerson, sendLinkToPerson } from "./actions";

/** The part of a practice's page at the desk about its people; nothing for whoever may not see or erase them. */
export async function peopleOfPractice(locale: Locale, session: Session, practiceId: string, search: SearchParams) {
  if (!may(session, "person.read") || !may(session, "practice.edit")) return null;
  const to = { locale, practiceId };
  return (
    <ErasePerson
      locale={locale}
      people={await peopleOf(session, locale, practiceId)}
      sendLink={sendLinkToPerson.bind(null, to)}
      erase={eraseOnePerson.bind(null, to)}
      error={formAnswer<Partial<PersonAnswer>>()?.person}
      done={search.person === "sent" || search.person === "erased" ? search.person : undefined}
    />
  );
}
