import { getTranslations } from "next-intl/server";
import { Fragment } from "react";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";

/** The search box of the home page, with examples to try; `q`: what was typed already. */
export async function SearchBox({ locale, q }: { locale: Locale; q?: string }) {
  const t = await getTranslations({ locale });
  const examples = [t("home.example1"), t("home.example2"), t("home.example3")];
  return (
    <form method="get" action={pathTo(locale, "catalogue")} role="search" className="mt-8 max-w-2xl">
      <label htmlFor="q" className="font-bold">
        {t("home.searchLabel")}
      </label>
      <div className="search mt-1">
        <input id="q" name="q" type="search" maxLength={200} defaultValue={q} className="field" />
        <button type="submit" className="button button-strong shrink-0">
          {t("home.search")}
        </button>
      </div>
      <p className="mt-2 flex flex-wrap gap-x-4 text-small">
        <span className="tap">{t("home.examples")}</span>{" "}
        {examples.map((example) => (
          <Fragment key={example}>
            <a className="tap" href={`${pathTo(locale, "catalogue")}?${new URLSearchParams({ q: example })}`}>
              {example}
            </a>{" "}
          </Fragment>
        ))}
      </p>
    </form>
  );
}
