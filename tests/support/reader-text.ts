import { createTranslator } from "use-intl/core";
import {
  countryName,
  formatDate,
  formatList,
  formatMoney,
  formatNumber,
  formatShare,
  languageName,
} from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import type { NewsInput } from "@/lib/news/news";
import type { PracticeInput } from "@/lib/practice/practice";
import { type Said, say } from "@/lib/practice/rules";
import { toPracticeView } from "@/lib/practice/view";

// The texts that a page shows, without the page: what was authored, sentence by sentence, and the record's values as
// they are formatted. What the components make of them is for the browser tests to see.

/** `sentences`: what was written in this language. `record`: the lines made from fields. */
export type ReaderText = { sentences: string[]; record: string[] };

export const joined = ({ sentences, record }: ReaderText): string => [...sentences, ...record].join("\n");

const translator = async (locale: Locale) => createTranslator({ locale, messages: await loadMessages(locale) });

/** Markdown as it is read: no marks, no headings, one sentence or list item a piece. */
function sentencesOf(markdown: string): string[] {
  return markdown
    .replace(/\]\([^)]*\)|[*_[\]]/g, "")
    .split("\n")
    .map((line) => line.replace(/^(?:[-#]+|\d+\.) +/, "").trim())
    .filter(Boolean)
    .flatMap((line) => line.split(/(?<=[.!?]) +(?=\p{Lu}|\p{Quotation_Mark})/u));
}

const text = (said: Said | undefined) => said?.text;
const line = (...parts: (string | undefined | false)[]) => parts.filter(Boolean).join(" ");

/** What readers of a language get of a practice. */
export async function readPractice(practice: PracticeInput, locale: Locale): Promise<ReaderText> {
  const t = await translator(locale);
  const id = practice.id ?? "";
  const slugs = { it: "", fr: "", sv: "", en: "" };
  const meta = { id, slugs, revision: 1, publishedAt: null, updatedAt: "2026-11-22" };
  const view = toPracticeView(practice, meta, locale);
  const { audiences, funding, period, delivery, provenance } = view;
  const label = (kind: string, code: string) => t(`${kind}.${code}` as "status.ended");
  const list = (term: string, kind: string, codes: readonly string[]) =>
    codes.length > 0 && line(term, ...codes.map((code) => label(kind, code)));
  const date = formatDate(provenance.writtenOn, locale);
  const inLanguage = (code: string | undefined) =>
    code && `(${t("practice.sourceLanguage", { language: languageName(code, locale) })})`;
  const money = (amount: number) => formatMoney(amount, funding.currency ?? "EUR", locale);
  const note = (said: Said | undefined) => text(said) ?? "";

  const record = [
    line(t("facets.country"), ...view.countries.map((code) => countryName(code, locale))),
    ...view.places
      .filter((place) => place.role !== "served")
      .map(({ shown, name, nuts, note }) =>
        line(shown !== name && `${shown} –`, name, nuts && `(NUTS ${nuts})`, text(note)),
      ),
    line(t("placeRole.served"), ...view.places.filter(({ role }) => role === "served").map(({ name }) => name)),
    period.during && line(t("practice.year"), formatDate(period.during, locale)),
    period.start && t("practice.since", { date: formatDate(period.start, locale) }),
    note(period.note),
    list(t("practice.forWhom"), "audience", audiences.direct),
    list(t("practice.finally"), "audience", audiences.final),
    audiences.ageFrom !== undefined &&
      t("practice.agesBetween", { from: String(audiences.ageFrom), to: String(audiences.ageTo) }),
    list(t("practice.themes"), "theme", view.themes),
    list(t("practice.kind"), "kind", [view.kind]),
    list(t("practice.scope"), "scope", view.scopes),
    list(t("practice.status"), "status", [view.status]),
    list(t("practice.evidence"), "evidence", [view.evidence]),
    formatList(
      [...delivery.formats, ...delivery.settings].map((code) => label("delivery", code)),
      locale,
    ),
    note(delivery.note),
    ...view.obstacles.map((one) => line(label("obstacle", one.code), text(one.met), text(one.response))),
    ...view.organisations.map((one) =>
      line(
        one.name,
        one.translatedName && `(${one.translatedName.text})`,
        [...one.roles.map((role) => label("role", role)), one.type && label("organisation", one.type)]
          .filter(Boolean)
          .join(" · "),
        text(one.note),
        one.classification && t("practice.classified", { text: one.classification.text }),
      ),
    ),
    ...view.contacts.map((one) => [one.name, text(one.role), one.organisation].filter(Boolean).join(", ")),
    ...funding.lines.map((one) =>
      line(
        [one.source.text, one.programme].filter(Boolean).join(", "),
        one.amount === undefined ? t("practice.fundingNoAmount") : money(one.amount),
        one.amount !== undefined && formatShare(one.amount / (funding.total ?? one.amount), locale),
      ),
    ),
    funding.total !== undefined && line(t("practice.fundingTotal"), money(funding.total)),
    ...view.indicators.map((one) => {
      const value = one.value !== undefined && formatNumber(one.value, locale);
      return line(
        one.label.text,
        value && `(${t(`practice.${one.kind}`)})`,
        value && (one.qualifier ? t(`practice.${one.qualifier}`, { value }) : value),
      );
    }),
    ...view.indicators.map(({ breakdown }) =>
      breakdown
        .map(({ ageFrom, ageTo, value }) =>
          line(
            ageFrom === undefined
              ? t("practice.ageUnder", { age: String((ageTo ?? 0) + 1) })
              : ageTo === undefined
                ? t("practice.ageOver", { age: String(ageFrom - 1) })
                : t("practice.ageBetween", { from: String(ageFrom), to: String(ageTo) }),
            formatShare(value / 100, locale),
          ),
        )
        .join(" "),
    ),
    ...view.outputs.map((one) => `${one.title.text} (${label("output", one.kind)})`),
    ...view.awards.map((one) =>
      line(
        one.name,
        one.translatedName && `(${one.translatedName.text})`,
        [
          text(one.edition),
          one.year && String(one.year),
          one.rank && t("practice.awardRank", { rank: one.rank }),
          one.category && t("practice.awardCategory", { category: one.category }),
        ]
          .filter(Boolean)
          .join(" · "),
      ),
    ),
    ...view.awards.flatMap((one) => sentencesOf(note(one.note))),
    ...view.links.map((one) => line(text(one.label), one.url)),
    ...view.sources.map((one) =>
      line(
        [one.publisher, one.title].filter(Boolean).join(", "),
        inLanguage(one.language),
        one.published && formatDate(one.published, locale),
        one.url,
        one.classification && t("practice.sourceClassification", { text: one.classification.text }),
        text(one.note),
      ),
    ),
    provenance.from?.language &&
      t("practice.editorial", {
        publisher: provenance.from.publisher,
        language: languageName(provenance.from.language, locale),
        date,
      }),
    t(provenance.reviewed ? "practice.reviewed" : "practice.notReviewed"),
  ].filter((one): one is string => Boolean(one));

  const sentences = [
    view.title,
    view.subtitle ?? "",
    ...sentencesOf(view.summary ?? ""),
    ...view.sections.flatMap(({ markdown }) => sentencesOf(markdown)),
  ];
  return { sentences, record };
}

/** What readers of a language get of a news item whose deadline is over. */
export async function readNews(item: NewsInput, locale: Locale): Promise<ReaderText> {
  const t = await translator(locale);
  const { title, summary, body, provenance } = item.texts[locale];
  const said = (label: Partial<Record<Locale, string>> | undefined) =>
    label && say(label, locale, item.originalLocale).text;
  const from = item.sources.find(({ key }) => key === provenance.source);
  const inLanguage = (code: string | undefined) =>
    code && `(${t("practice.sourceLanguage", { language: languageName(code, locale) })})`;
  const record = [
    t(`news.${item.kind}`),
    t("news.closed"),
    line(t("news.owner"), [item.owner, said(item.ownerUnit)].filter(Boolean).join(", ")),
    item.deadline && line(t("news.deadline"), formatDate(item.deadline, locale)),
    line(t("news.results"), said(item.resultsExpected)),
    line(
      t("news.audiences"),
      formatList(
        item.audiences.map((code) => t(`audience.${code}`)),
        locale,
      ),
    ),
    ...item.sources.map((one) => line(one.title ?? one.publisher, inLanguage(one.language), said(one.note))),
    from?.language &&
      t("news.editorial", {
        publisher: from.publisher,
        language: languageName(from.language, locale),
        date: formatDate(provenance.writtenOn, locale),
      }),
    t("news.published", { date: formatDate(item.publishedOn, locale) }),
  ].filter((one): one is string => Boolean(one));
  return { sentences: [title, ...sentencesOf(summary), ...sentencesOf(body)], record };
}
