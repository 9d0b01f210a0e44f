import { getTranslations } from "next-intl/server";
import { catalogueAddress } from "@/components/catalogue/chosen-filters";
import { Words, wordsOf } from "@/components/glossary/words";
import { Markdown } from "@/components/ui/markdown";
import { firstMentions, type Term } from "@/lib/glossary/glossary";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import type { ObstacleView } from "@/lib/obstacle/queries";
import { noFilters, toggle } from "@/lib/practice/filters";
import { Case } from "./obstacle-case";

/** One obstacle: what is meant, who met it and what they did, where to go on from here. */
export async function ObstacleArticle({
  obstacle: { code, total, cases, related },
  locale,
  terms,
}: {
  obstacle: ObstacleView;
  locale: Locale;
  /** The glossary in the reader's language. */
  terms: Term[];
}) {
  const t = await getTranslations({ locale });
  const filters = toggle(noFilters, "obstacle", code);
  const meaning = t(`obstacleText.${code}`);
  const [mentions = []] = firstMentions([meaning], terms);
  return (
    <>
      <a className="tap font-bold" href={pathTo(locale, "obstacles")}>
        {t("obstacles.all")}
      </a>
      <h1 className="max-w-[24ch] text-h1">{t(`obstacle.${code}`)}</h1>
      <div className="mt-3 max-w-[60ch] text-lead">
        <Markdown text={meaning} words={wordsOf(mentions)} />
      </div>
      <section aria-labelledby="met" className="part">
        <h2 id="met" className="text-h2">
          {t("obstacles.metTitle")}
        </h2>
        <p role="status" className="mt-2">
          {t("obstacles.found", { count: total })}
          {total > cases.length && ` ${t("obstacles.newest", { count: cases.length })}`}
        </p>
        {cases.map((one) => (
          <Case key={one.id} one={one} locale={locale} />
        ))}
        {total === 0 && <p className="prose mt-2">{t("obstacles.emptyText")}</p>}
        <p className="no-print mt-8 flex flex-wrap gap-x-6 gap-y-3">
          <a
            className={total > 0 ? "button" : "button button-strong"}
            href={total > 0 ? catalogueAddress(locale, filters) : pathTo(locale, "submit")}
          >
            {t(total > 0 ? "obstacles.inCatalogue" : "site.submit")}
          </a>{" "}
          <a
            className="button"
            href={total > 0 ? catalogueAddress(locale, filters, "map") : pathTo(locale, "catalogue")}
          >
            {t(total > 0 ? "obstacles.onMap" : "catalogue.emptyAll")}
          </a>
        </p>
      </section>
      <section aria-labelledby="related" className="part">
        <h2 id="related" className="text-h2">
          {t("obstacles.related")}
        </h2>
        <ul className="mt-4 flex flex-wrap gap-3">
          {related.map((other) => (
            <li key={other}>
              <a className="chip" href={pathTo(locale, "obstacles", other)}>
                {t(`obstacle.${other}`)}
              </a>
            </li>
          ))}
        </ul>
      </section>
      {mentions.length > 0 && <Words terms={mentions} locale={locale} heading="h2" />}
    </>
  );
}
