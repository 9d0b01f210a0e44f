import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { endonym, type Locale, locales } from "@/lib/i18n/locales";
import { aboutPages, type Page, pathTo } from "@/lib/i18n/routes";
import { isReadingPage } from "@/lib/reading-pages";
import { Mark } from "./mark";

/** Where the same page stands in each language, with its filters. */
export type Alternates = Record<Locale, string>;

/** The addresses of a page in each language, with what follows its word: a query, or what a language has below it. */
export const alternatesOf = (
  page: Page,
  { search = "", below }: { search?: string; below?: string | string[] | Record<Locale, string> } = {},
): Alternates =>
  Object.fromEntries(
    locales.map((locale) => {
      const segments = Array.isArray(below) ? below : [typeof below === "object" ? below[locale] : (below ?? "")];
      const path = pathTo(locale, page, ...segments);
      return [locale, path + (search ? `?${search}` : "")];
    }),
  ) as Alternates;

const label = {
  about: "about",
  moderation: "moderation",
  accessibility: "accessibility",
  privacy: "privacy",
  "open-data": "openData",
} as const;

/** What a report is told of the page that it is about; a page that is one person's own stays unnamed. */
const pageOf = (address: string) => (isReadingPage(address) ? `?${new URLSearchParams({ page: address })}` : "");

/** Everything around a page's content: skip link, header with the languages, main, footer. */
export async function PageFrame({
  locale,
  alternates,
  current,
  feed,
  children,
}: {
  locale: Locale;
  alternates: Alternates;
  current?: Page;
  /** The feed of this page's selection; without it, the feed of everything. */
  feed?: string;
  /** Stands in the page's column; what has the class `bleed` runs from edge to edge. */
  children: ReactNode;
}) {
  const t = await getTranslations({ locale, namespace: "site" });
  const link = (page: Page, text: string, className = "nav-link") => (
    <a href={pathTo(locale, page)} className={className} aria-current={current === page ? "page" : undefined}>
      {text}
    </a>
  );
  return (
    <>
      <a className="skip" href="#content">
        {t("skip")}
      </a>
      <header className="site-header page">
        <div className="flex flex-wrap items-center gap-x-5 py-2 wide:gap-x-8 wide:py-4">
          <a href={pathTo(locale, "home")} className="nav-link gap-2.5 text-h3 font-bold">
            <Mark />
            {t("name")}
          </a>
          <nav aria-label={t("mainNavigation")} className="no-print grow">
            <ul className="flex flex-wrap items-center gap-x-4 wide:gap-x-5">
              <li>{link("catalogue", t("catalogue"))}</li>
              <li>{link("map", t("map"))}</li>
              <li>{link("statistics", t("statistics"))}</li>
              <li>{link("news", t("news"))}</li>
              <li className="sm:ms-auto">{link("submit", t("submit"), "button")}</li>
            </ul>
          </nav>
          <nav aria-label={t("languages")} className="no-print">
            <ul className="flex flex-wrap gap-x-2.5 text-[0.83rem] sm:gap-x-4 sm:text-small">
              {locales.map((one) => (
                <li key={one}>
                  <a
                    href={alternates[one]}
                    hrefLang={one}
                    lang={one}
                    aria-current={one === locale ? "true" : undefined}
                    className="nav-link"
                  >
                    {endonym(one)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="page grow pb-16 outline-none">
        {children}
      </main>
      <footer className="no-print page border-t-8 border-brick bg-wash py-6">
        <nav aria-label={t("footerNavigation")}>
          <ul className="grid gap-x-8 sm:grid-cols-2 wide:grid-cols-4">
            {aboutPages.map((page) => (
              <li key={page}>{link(page, t(label[page]))}</li>
            ))}
            <li>{link("obstacles", t("obstacles"))}</li>
            <li>{link("glossary", t("glossary"))}</li>
            <li>{link("situation", t("situation"))}</li>
            <li>
              <a className="nav-link" href={feed ?? `/${locale}/feed.xml`}>
                {t("feed")}
              </a>
            </li>
            <li>
              <a className="nav-link" href={pathTo(locale, "barrier") + pageOf(alternates[locale])}>
                {t("barrier")}
              </a>
            </li>
            <li>
              <a className="nav-link" href={pathTo(locale, "report") + pageOf(alternates[locale])}>
                {t("report")}
              </a>
            </li>
            <li>{link("desk", t("desk"))}</li>
          </ul>
        </nav>
        <p className="mt-3 text-small text-muted">{t("licence")}</p>
      </footer>
    </>
  );
}
