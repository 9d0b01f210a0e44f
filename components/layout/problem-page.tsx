import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { alternatesOf, PageFrame } from "./page-frame";

const problems = { 403: "forbidden", 404: "notFound", 410: "gone", 503: "down" } as const;
export type Problem = keyof typeof problems;

/** A page that says what went wrong, in the reader's language, with a way on. Its page sets the status. */
export async function ProblemPage({ locale, status }: { locale: Locale; status: Problem }) {
  const t = await getTranslations({ locale, namespace: "errors" });
  return (
    <PageFrame locale={locale} alternates={alternatesOf("home")}>
      <p className="font-bold text-brick">{t("status", { status: String(status) })}</p>
      <h1 className="mt-2 text-h1">{t(`${problems[status]}Title`)}</h1>
      <p className="prose mt-4">{t(`${problems[status]}Text`)}</p>
      <ul className="mt-6 flex flex-wrap gap-4">
        <li>
          <a className="button button-strong" href={pathTo(locale, "catalogue")}>
            {t("wayCatalogue")}
          </a>
        </li>
        <li>
          <a className="button" href={pathTo(locale, "home")}>
            {t("wayHome")}
          </a>
        </li>
      </ul>
    </PageFrame>
  );
}

/** The head of such a page: its title, and no place in search engines. */
export async function problemMetadata(locale: Locale, status: Problem) {
  const t = await getTranslations({ locale, namespace: "errors" });
  return { title: t(`${problems[status]}Title`), robots: { index: false } };
}
