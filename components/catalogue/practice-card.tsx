import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { CompareTick } from "@/components/compare/compare-bar";
import { Cover } from "@/components/cover/cover";
import { periodText } from "@/components/practice/period-text";
import { whereText } from "@/components/practice/where-text";
import { MachineMade } from "@/components/translation/translation-note";
import { Said } from "@/components/ui/said";
import { colon, formatList } from "@/lib/i18n/format";
import { endonym, type Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import type { PracticeCard as Card } from "@/lib/practice/view";
import { FoundPassage, FoundWhy } from "./found";

/** A practice among others like it: what it is and where, in short, and what else there is to say of it here. */
export function PracticeTeaser({ card, locale, children }: { card: Card; locale: Locale; children?: ReactNode }) {
  return (
    <article className="card border-t-2 border-ink pt-3">
      <p className="text-small font-bold text-brick">{whereText(card, locale)}</p>
      <h3 className="mt-1 text-h3">
        <a href={pathTo(locale, "catalogue", card.slug)} className="no-underline">
          <Said said={card.title} locale={locale} />
        </a>
      </h3>
      {card.summary && (
        <p className="mt-2">
          <Said said={card.summary} locale={locale} />
        </p>
      )}
      {card.isMachineMade && <MachineMade locale={locale} />}
      {children}
    </article>
  );
}

/**
 * A practice in a list, under its cover. `level` is the level of its heading in the page; `isComparable`: it can be ticked
 * for the page's CompareBar.
 */
export async function PracticeCard({
  card,
  locale,
  level = 2,
  isComparable = false,
}: {
  card: Card;
  locale: Locale;
  level?: 2 | 3;
  isComparable?: boolean;
}) {
  const t = await getTranslations({ locale });
  const Heading = level === 2 ? "h2" : "h3";
  const facts = [
    card.lead?.name,
    card.lead?.type && t(`organisation.${card.lead.type as "network"}`),
    await periodText(card.period, locale),
    card.status !== "unknown" && t(`status.${card.status as "ended"}`),
    t("practice.evidence") + colon(locale) + t(`evidence.${card.evidence as "described"}`).toLocaleLowerCase(locale),
  ].filter(Boolean);
  return (
    <article className="card">
      <Cover facts={card.cover} size="card" className="rounded-soft" />
      <p className="mt-3 text-small font-bold text-brick">{whereText(card, locale)}</p>
      <Heading className="mt-1 text-h3">
        <a href={pathTo(locale, "catalogue", card.slug)} className="no-underline">
          <Said said={card.title} locale={locale} />
        </a>
      </Heading>
      <p className="mt-1 text-small text-muted">{facts.join(" · ")}</p>
      {card.summary && !card.found?.isSummary && (
        <p className="mt-2">
          <Said said={card.summary} locale={locale} />
        </p>
      )}
      {card.isMachineMade && <MachineMade locale={locale} />}
      {card.found && (
        <>
          <FoundPassage found={card.found} locale={locale} />
          {card.found.passage && !card.found.isSummary && !card.isMachineMade && card.isPartlyMachineMade && (
            <MachineMade locale={locale} partly />
          )}
          <FoundWhy found={card.found} locale={locale} />
        </>
      )}
      <ul className="mt-3 flex flex-wrap gap-2">
        {card.themes.map((theme) => (
          <li key={theme} className="tag">
            {t(`theme.${theme as "health"}`)}
          </li>
        ))}
      </ul>
      <p className="mt-2 text-small text-muted">
        {t("catalogue.languages", { languages: formatList(card.languages.map(endonym), locale) })}
      </p>
      {isComparable && <CompareTick id={card.id} title={card.title} locale={locale} />}
    </article>
  );
}
