import type { Transaction } from "../db.ts";
import { countryName } from "../i18n/format.ts";
import { locales } from "../i18n/locales.ts";
import { loadMessages } from "../i18n/messages.ts";
import type { PracticeInput } from "./practice.ts";
import { languageFor, periodYears, titleKey } from "./rules.ts";
import { sections } from "./vocabulary.ts";

// Keeps CatalogueEntry and CatalogueText, which everything that lists or searches practices reads, in step with them.

/** Takes a practice out of the catalogue. */
export async function removeFromCatalogue(tx: Transaction, id: string): Promise<void> {
  await tx.catalogueEntry.deleteMany({ where: { practiceId: id } });
}

/** Writes a published practice into the catalogue anew, with its search texts. */
export async function putInCatalogue(
  tx: Transaction,
  id: string,
  practice: PracticeInput,
  publishedAt: Date,
): Promise<void> {
  await removeFromCatalogue(tx, id);
  const years = periodYears(practice.period);
  const available = locales.filter((locale) => practice.texts[locale]);
  await tx.catalogueEntry.create({
    data: {
      practiceId: id,
      countries: practice.countries,
      themes: practice.themes,
      audiences: [...new Set([...practice.audiences.direct, ...practice.audiences.final])],
      organisations: [...new Set(practice.organisations.flatMap((one) => one.type ?? []))],
      status: practice.status,
      evidence: practice.evidence,
      yearFrom: years ? (years.from ?? 0) : null,
      yearTo: years ? (years.to ?? 9999) : null,
      plainLocales: available.filter((locale) => practice.texts[locale]?.sections.plainWords),
      publishedAt,
    },
  });
  for (const locale of locales) {
    const text = practice.texts[languageFor(available, locale, practice.originalLocale)];
    if (!text) continue;
    const own = practice.texts[locale];
    const label = (said?: Partial<Record<string, string>>) => said?.[locale] ?? "";
    const labels = await loadMessages(locale);
    const names = [
      // Whoever types a label of ours finds what bears it.
      ...practice.themes.map((code) => labels.theme[code]),
      ...[...practice.audiences.direct, ...practice.audiences.final].map((code) => labels.audience[code]),
      ...practice.organisations.flatMap(({ type }) => (type ? labels.organisation[type] : [])),
      ...practice.countries.map((code) => countryName(code, locale)),
      ...practice.organisations.flatMap((one) => [one.name, label(one.translatedName), label(one.note)]),
      ...practice.places.flatMap((one) => [one.name, label(one.translatedName), label(one.note)]),
      ...practice.alternativeTitles.map((one) => one.title),
      ...practice.awards.flatMap((one) => [one.name, label(one.translatedName)]),
      ...practice.outputs.map((one) => label(one.title)),
      ...practice.funding.lines.map((one) => label(one.source)),
    ];
    const body = own ? sections.filter((section) => section !== "summary").map((section) => own.sections[section]) : [];
    // A language without a text of its own is found by names alone; its title is the one that readers see.
    const [title, summary] = [`${text.title} ${own?.subtitle ?? ""}`, own?.sections.summary ?? ""];
    const config = searchConfig[locale];
    await tx.$executeRaw`
      insert into "CatalogueText" ("practiceId", locale, "titleKey", document) values (
        ${id}, ${locale}, ${titleKey(text.title, locale)},
        setweight(to_tsvector(${config}::regconfig, ${title}), 'A') ||
        setweight(to_tsvector(${config}::regconfig, ${summary}), 'B') ||
        setweight(to_tsvector(${config}::regconfig, ${names.join("\n")}), 'C') ||
        setweight(to_tsvector(${config}::regconfig, ${body.join("\n")}), 'D'))`;
  }
}

/** The text search configuration of each language: its stemmer, after accents are folded except in Swedish. */
export const searchConfig = { it: "ponte_it", fr: "ponte_fr", sv: "ponte_sv", en: "ponte_en" } as const;
