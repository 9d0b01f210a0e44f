import "../../../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { PersonForm } from "@/components/desk/people-form";
import { PersonSteps } from "@/components/desk/people-steps";
import { formAnswer } from "@/lib/http/answer";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import type { PersonAnswer } from "@/lib/people/person";
import { getPerson } from "@/lib/people/queries";
import { problemPage } from "../../../problem";
import { deskPage } from "../../desk-page";
import { changeOne, inviteOneAgain, removeOne, resetCodeOf } from "../actions";

type Props = { params: Promise<{ locale: string; id: string }> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const { id: _, ...rest } = await params;
  const t = await getTranslations({ locale: readerLocale(rest), namespace: "people" });
  return { title: t("changeTitle"), robots: { index: false } };
}

export default async function Page({ params }: Props) {
  const { id, ...rest } = await params;
  const locale = readerLocale(rest);
  return deskPage(locale, ["people", id], "people.change", async (session) => {
    const [t, person] = await Promise.all([
      getTranslations({ locale, namespace: "people" }),
      getPerson(session, id.slice(0, 64)),
    ]);
    if (!person) return problemPage(locale, 404);
    const answer = formAnswer<PersonAnswer>();
    return (
      <>
        <a className="tap" href={pathTo(locale, "desk", "people")}>
          {t("backToPeople")}
        </a>
        <h1 className="text-h1">{person.name}</h1>
        <p className="mt-1">{person.email}</p>
        <PersonForm
          locale={locale}
          action={changeOne.bind(null, locale, id)}
          answer={answer}
          values={answer?.typed ?? person}
          submit={t("save")}
        />
        <PersonSteps
          locale={locale}
          person={person}
          isSelf={person.id === session.editorId}
          answer={answer}
          formKey={crypto.randomUUID()}
          inviteAgain={inviteOneAgain.bind(null, locale, id)}
          resetCode={resetCodeOf.bind(null, locale, id)}
          remove={removeOne.bind(null, locale, id)}
        />
      </>
    );
  });
}
