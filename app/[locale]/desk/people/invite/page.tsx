import "../../../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { PersonForm } from "@/components/desk/people-form";
import { formAnswer } from "@/lib/http/answer";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { invitationDays, type PersonAnswer } from "@/lib/people/person";
import { deskPage } from "../../desk-page";
import { inviteOne } from "../actions";

type Props = { params: Promise<{ locale: string }> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: readerLocale(await params), namespace: "people" });
  return { title: t("invite"), robots: { index: false } };
}

export default async function Page({ params }: Props) {
  const locale = readerLocale(await params);
  return deskPage(locale, ["people", "invite"], "people.change", async () => {
    const t = await getTranslations({ locale, namespace: "people" });
    const answer = formAnswer<PersonAnswer>();
    return (
      <>
        <a className="tap" href={pathTo(locale, "desk", "people")}>
          {t("backToPeople")}
        </a>
        <h1 className="text-h1">{t("invite")}</h1>
        <p className="prose mt-2">{t("inviteText", { days: String(invitationDays) })}</p>
        <PersonForm
          locale={locale}
          action={inviteOne.bind(null, locale)}
          answer={answer}
          values={answer?.typed ?? { name: "", email: "", role: "editor", locale, languages: [] }}
          submit={t("sendInvitation")}
          invites
        />
      </>
    );
  });
}
