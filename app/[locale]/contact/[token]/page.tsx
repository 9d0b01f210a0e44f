import "../../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { ChangeContact, ConfirmAddress, EraseContact, WithdrawConsent } from "@/components/contact/contact-changes";
import { ContactHeld } from "@/components/contact/contact-held";
import { YearlyQuestion } from "@/components/contact/yearly-question";
import { type Alternates, PageFrame } from "@/components/layout/page-frame";
import { problemMetadata } from "@/components/layout/problem-page";
import { DoneNotice } from "@/components/ui/notice";
import { Said } from "@/components/ui/said";
import { answers, type ContactAnswer } from "@/lib/contact/answer";
import { contactPath } from "@/lib/contact/letters";
import { findContact } from "@/lib/contact/queries";
import { formAnswer } from "@/lib/http/answer";
import { readSearch, type SearchParams } from "@/lib/http/search-params";
import { locales } from "@/lib/i18n/locales";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { formTitle } from "../../form-title";
import { problemPage } from "../../problem";
import { answerYearly, change, confirm, eraseMe, withdraw } from "../actions";

type Props = { params: Promise<{ locale: string; token: string }>; searchParams: Promise<SearchParams> };

const done = ["confirmed", "changed", "moved", "withdrawn", "running", "answered"] as const;

export const dynamic = "force-dynamic";

export async function generateMetadata({ params, searchParams }: Props) {
  const { token, ...rest } = await params;
  const locale = readerLocale(rest);
  const isMoved = (await searchParams).done === "moved";
  if (!isMoved && !(await findContact(locale, token))) return problemMetadata(locale, 404);
  const t = await getTranslations({ locale, namespace: "contact" });
  const title = await formTitle(locale, t("title"));
  return { title, robots: { index: false, follow: false }, referrer: "same-origin" as const };
}

export default async function Page({ params, searchParams }: Props) {
  const { token, ...rest } = await params;
  const locale = readerLocale(rest);
  const contact = await findContact(locale, token);
  const [t, query] = [await getTranslations({ locale, namespace: "contact" }), readSearch(await searchParams)];
  const isMoved = query.get("done") === "moved";
  if (!contact && !isMoved) return problemPage(locale, 404);
  const alternates = Object.fromEntries(locales.map((one) => [one, contactPath(one, token)])) as Alternates;
  if (!contact) {
    // This link was of their old address: the new one stands in a mail to the new address, and nowhere else.
    return (
      <PageFrame locale={locale} alternates={alternates}>
        <h1 className="text-h1">{t("title")}</h1>
        <p role="status" className="prose mt-3">
          {t("done.moved")}
        </p>
      </PageFrame>
    );
  }
  if (contact.isErased) {
    return (
      <PageFrame locale={locale} alternates={alternates}>
        <h1 className="text-h1">{t("erasedTitle")}</h1>
        <p role="status" className="prose mt-3">
          {t("erasedText")}
        </p>
      </PageFrame>
    );
  }
  const { practice, isConfirmed } = contact;
  const answer = formAnswer<ContactAnswer>();
  const justDone = answer ? undefined : done.find((one) => one === query.get("done"));
  const [form, draft] = [{ locale, answer }, `contact-${contact.id}`];
  return (
    <PageFrame locale={locale} alternates={alternates}>
      <h1 className="text-h1">{t("title")}</h1>
      <p className="mt-3 text-h3">
        <Said said={practice.title} locale={locale} />
      </p>
      <p className="prose mt-2">{t("private")}</p>
      {practice.isPublished && (
        <a className="tap" href={pathTo(locale, "catalogue", practice.slug)}>
          {t("seePractice")}
        </a>
      )}
      {justDone && (
        <DoneNotice data-draft-sent={justDone === "running" || justDone === "answered" ? draft : undefined}>
          {t(`done.${justDone}`)}
        </DoneNotice>
      )}
      {!isConfirmed && <ConfirmAddress {...{ contact, locale }} action={confirm.bind(null, locale, token)} />}
      {practice.isPublished && (
        <YearlyQuestion
          {...form}
          action={answerYearly.bind(null, locale, token)}
          chosen={answers.find((one) => one === query.get("answer"))}
          lastConfirmed={practice.lastConfirmed}
          draft={draft}
        />
      )}
      <ContactHeld contact={contact} locale={locale} />
      <ChangeContact {...form} contact={contact} action={change.bind(null, locale, token)} />
      {(isConfirmed || contact.agreed?.version) && (
        <WithdrawConsent locale={locale} action={withdraw.bind(null, locale, token)} />
      )}
      <EraseContact {...form} action={eraseMe.bind(null, locale, token)} />
    </PageFrame>
  );
}
