import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { endonym, type Locale, locales } from "@/lib/i18n/locales";
import { aboutPages, type Page, pathTo } from "@/lib/i18n/routes";
import { Mark } from "./mark";

/** Where the same page stands in each language, with its filters. */
export type Alternates = Record<Locale, string>;

/** The addresses of a page without anything below it, in each language. */
export const alternatesOf = (page: Page, search = ""): Alternates =>
  Object.fromEntries(
    locales.map((locale) => [locale, pathTo(locale, page) + (search ? `?${search}` : "")]),
  ) as Alternates;

const label = {
  about: "about",
  moderation: "moderation",
  accessibility: "accessibility",
  privacy: "privacy",
  "open-data": "openData",
} as const;

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
  children: ReactNode;
}) {
  const t = await getTranslations({ locale, namespace: "site" });
  const link = (page: Page, text: string, className: string) => (
    <a href={pathTo(locale, page)} className={className} aria-current={current === page ? "page" : undefined}>
      {text}
    </a>
  );
  const navigation =
    "tap no-underline hover:underline aria-[current]:border-b-4 aria-[current]:border-brick aria-[current]:font-bold";
  return (
    <>
      <a className="skip" href="#content">
        {t("skip")}
      </a>
      <header className="mx-auto flex w-full max-w-6xl flex-wrap items-center gap-x-6 gap-y-1 px-4 py-3">
        <a href={pathTo(locale, "home")} className="tap gap-2 text-2xl font-bold no-underline">
          <Mark />
          {t("name")}
        </a>
        <nav aria-label={t("mainNavigation")} className="no-print flex flex-wrap items-center gap-x-5">
          {link("catalogue", t("catalogue"), navigation)}
          {link("news", t("news"), navigation)}
          {link("submit", t("submit"), "button")}
        </nav>
        <nav aria-label={t("languages")} className="no-print wide:ms-auto">
          <ul className="flex flex-wrap gap-x-4">
            {locales.map((one) => (
              <li key={one}>
                <a
                  href={alternates[one]}
                  hrefLang={one}
                  lang={one}
                  aria-current={one === locale ? "true" : undefined}
                  className={navigation}
                >
                  {endonym(one)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-6xl grow px-4 py-6 outline-none">
        {children}
      </main>
      <footer className="no-print mt-12 border-t-8 border-brick bg-wash">
        <nav aria-label={t("footerNavigation")} className="mx-auto w-full max-w-6xl px-4 py-6">
          <ul className="flex flex-wrap gap-x-6">
            {aboutPages.map((page) => (
              <li key={page}>{link(page, t(label[page]), navigation)}</li>
            ))}
            <li>
              <a className={navigation} href={feed ?? `/${locale}/feed.xml`}>
                {t("feed")}
              </a>
            </li>
            <li>{link("desk", t("desk"), navigation)}</li>
          </ul>
          <p className="mt-3 text-base text-muted">{t("licence")}</p>
        </nav>
      </footer>
    </>
  );
}
