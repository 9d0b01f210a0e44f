import "../../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { PeopleTable } from "@/components/desk/people-table";
import { DoneNotice } from "@/components/ui/notice";
import type { SearchParams } from "@/lib/http/search-params";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { listPeople } from "@/lib/people/queries";
import { deskPage } from "../desk-page";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: readerLocale(await params), namespace: "people" });
  return { title: t("title"), robots: { index: false } };
}

const outcomes = ["invited", "changed", "reset", "removed"] as const;

export default async function Page({ params, searchParams }: Props) {
  const locale = readerLocale(await params);
  return deskPage(locale, ["people"], "people.read", async (session) => {
    const [t, search, people] = await Promise.all([
      getTranslations({ locale, namespace: "people" }),
      searchParams,
      listPeople(session),
    ]);
    const done = outcomes.find((one) => one === search.done);
    return (
      <>
        <h1 className="text-h1">{t("title")}</h1>
        {done && <DoneNotice>{t(`done.${done}`)}</DoneNotice>}
        <p className="mt-4">
          <a className="button button-strong" href={pathTo(locale, "desk", "people", "invite")}>
            {t("invite")}
          </a>
        </p>
        <PeopleTable locale={locale} people={people} />
      </>
    );
  });
}
