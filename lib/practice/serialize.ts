import { create } from "xmlbuilder2";
import { countryName } from "../i18n/format.ts";
import { formattingTag, type Locale, locales } from "../i18n/locales.ts";
import { pathTo } from "../i18n/routes.ts";
import { absolute } from "../site.ts";
import { isMachineMade, type PracticeView } from "./view.ts";

// What machines read: pure forms of a view. Codes stay codes; labels and texts stand in the language that was asked for.

/** What the words of codes are in one language: the API gives both. */
export type Labels = (
  kind: "theme" | "audience" | "organisation" | "status" | "evidence" | "plain" | "obstacle" | "kind",
  code: string,
) => string;

const coded = (codes: readonly string[], label: (code: string) => string) =>
  codes.map((code) => ({ code, label: label(code) }));

/** A practice as the API answers it (docs: /api/v1/openapi.json to come; shape: README, "Interfaces"). */
export function toJson(practice: PracticeView, label: Labels) {
  const { locale } = practice;
  const text = <T extends { text: string } | undefined>(said: T) => said?.text;
  return {
    id: practice.id,
    url: absolute(pathTo(locale, "catalogue", practice.slugs[locale])),
    permanentUrl: absolute(`/p/${practice.id}`),
    locale,
    textLocale: practice.lang,
    originalLocale: practice.originalLocale,
    kind: { code: practice.kind, label: label("kind", practice.kind) },
    title: practice.title,
    subtitle: practice.subtitle,
    summary: practice.summary ?? null,
    /** The same in plain words, where there is such a version. */
    plainWords: practice.plainWords ?? null,
    alternativeTitles: practice.alternativeTitles,
    countries: coded(practice.countries, (code) => countryName(code, locale)),
    scopes: practice.scopes,
    places: practice.places.map(({ shown, ...place }) => ({ ...place, label: shown, note: text(place.note) })),
    themes: coded(practice.themes, (code) => label("theme", code)),
    obstacles: practice.obstacles.map((one) => ({
      code: one.code,
      label: label("obstacle", one.code),
      met: text(one.met),
      response: text(one.response),
    })),
    audiences: {
      direct: coded(practice.audiences.direct, (code) => label("audience", code)),
      final: coded(practice.audiences.final, (code) => label("audience", code)),
      ageFrom: practice.audiences.ageFrom,
      ageTo: practice.audiences.ageTo,
      peopleReached: practice.audiences.peopleReached,
    },
    organisations: practice.organisations.map((one) => ({
      ...one,
      translatedName: text(one.translatedName),
      type: one.type && { code: one.type, label: label("organisation", one.type) },
      classification: text(one.classification),
      note: text(one.note),
    })),
    contacts: practice.contacts.map((one) => ({ ...one, role: text(one.role) })),
    period: { ...practice.period, note: text(practice.period.note) },
    phases: practice.phases.map((one) => ({ ...one, name: one.name.text, note: text(one.note) })),
    status: { code: practice.status, label: label("status", practice.status) },
    evidence: { code: practice.evidence, label: label("evidence", practice.evidence) },
    lastConfirmed: practice.lastConfirmed,
    /** When its contact was asked and has not answered, or has told of a change that is not on the page yet. */
    askedAt: practice.askedAt,
    changeToldAt: practice.toldAt,
    delivery: { ...practice.delivery, note: text(practice.delivery.note) },
    /** Amounts in minor units of the currency. */
    funding: { ...practice.funding, lines: practice.funding.lines.map((one) => ({ ...one, source: one.source.text })) },
    indicators: practice.indicators.map((one) => ({
      ...one,
      label: one.label.text,
      unit: text(one.unit),
      method: text(one.method),
      breakdown: one.breakdown.map((part) => ({ ...part, label: text(part.label) })),
    })),
    awards: practice.awards.map((one) => ({
      ...one,
      translatedName: text(one.translatedName),
      edition: text(one.edition),
      note: text(one.note),
    })),
    outputs: practice.outputs.map((one) => ({ ...one, title: one.title.text, note: text(one.note) })),
    relations: practice.relations,
    links: practice.links.map((one) => ({ ...one, label: text(one.label) })),
    sources: practice.sources.map((one) => ({
      ...one,
      classification: text(one.classification),
      note: text(one.note),
    })),
    /** Markdown, by the name of the section. */
    sections: Object.fromEntries(practice.sections.map(({ name, markdown }) => [name, markdown])),
    provenance: practice.provenance,
    /** Every language there is: how its text was made, and which parts of the original have changed since. */
    translations: practice.translations.map(({ locale: one, machine, ...status }) => ({
      locale: one,
      url: absolute(pathTo(one, "catalogue", practice.slugs[one])),
      ...status,
      machineMade: machine,
    })),
    publishedAt: practice.publishedAt,
    updatedAt: practice.updatedAt,
    licence: {
      texts: "https://creativecommons.org/licenses/by/4.0/",
      records: "https://creativecommons.org/publicdomain/zero/1.0/",
    },
  };
}

/** Structured data for search engines: schema.org's Article about what was done. */
export function toJsonLd(practice: PracticeView) {
  const { locale, lang } = practice;
  const organisation = (name: string) => ({ "@type": "Organization", name });
  const lead = practice.organisations.filter((one) => one.roles.includes("lead"));
  return {
    "@context": "https://schema.org",
    "@type": "Article",
    // Of this text, not of the practice: what is said of a translation is not true of the others.
    "@id": absolute(pathTo(lang, "catalogue", practice.slugs[lang])),
    identifier: absolute(`/p/${practice.id}`),
    url: absolute(pathTo(locale, "catalogue", practice.slugs[locale])),
    headline: practice.title,
    alternativeHeadline: practice.subtitle,
    description: practice.description,
    inLanguage: formattingTag[lang],
    digitalSourceType: digitalSource(practice),
    image: absolute(`/og/${locale}/${practice.id}`),
    datePublished: practice.publishedAt ?? undefined,
    dateModified: practice.updatedAt,
    license: "https://creativecommons.org/licenses/by/4.0/",
    publisher: { "@type": "Organization", name: "Ponte", url: absolute("/") },
    about: {
      "@type": "Project",
      name: practice.title,
      member: practice.organisations.map((one) => organisation(one.name)),
      ...(lead[0] && { parentOrganization: organisation(lead[0].name) }),
      award: practice.awards.map((one) => one.name),
    },
    spatialCoverage: practice.places.map((place) => ({
      "@type": "Place",
      name: place.name,
      address: { "@type": "PostalAddress", addressCountry: place.country },
      ...(place.latitude !== undefined && {
        geo: { "@type": "GeoCoordinates", latitude: place.latitude, longitude: place.longitude },
      }),
    })),
    isBasedOn: practice.sources.flatMap((source) => source.url ?? []),
    workTranslation: locales
      .filter((one) => one !== lang && practice.languages.includes(one))
      .map((one) => ({
        "@type": "Article",
        "@id": absolute(pathTo(one, "catalogue", practice.slugs[one])),
        inLanguage: formattingTag[one],
      })),
  };
}

/** The IPTC's term, as schema.org has it, for words of which a machine has translated all or some; none of people's. */
function digitalSource({ translation }: PracticeView): string | undefined {
  const term = isMachineMade(translation)
    ? "TrainedAlgorithmicMediaDigitalSource"
    : isMachineMade(translation, ...(translation?.machine ?? [])) &&
      "CompositeWithTrainedAlgorithmicMediaDigitalSource";
  return term ? `https://schema.org/${term}` : undefined;
}

/** A text as it is: xmlbuilder2 would take `&amp;` in it for an entity, and say `&`. */
const exactly = (text: string) => text.replaceAll("&", "&amp;");

/** An Atom feed (RFC 4287) of practices, in one language; an entry that stands in another says so. */
export function toAtom(feed: {
  locale: Locale;
  title: string;
  subtitle: string;
  /** The path of the feed and of the page it follows. */
  self: string;
  page: string;
  /** What follows a summary that a machine has translated, or whose title it has. */
  machineMade: string;
  practices: PracticeView[];
}): string {
  const updated =
    feed.practices
      .map((one) => one.updatedAt)
      .sort()
      .at(-1) ?? "1970-01-01T00:00:00.000Z";
  const xml = create({ version: "1.0", encoding: "UTF-8" }).ele("http://www.w3.org/2005/Atom", "feed", {
    "xml:lang": feed.locale,
  });
  xml.ele("id").txt(absolute(feed.self)).up();
  xml.ele("title").txt(exactly(feed.title)).up();
  xml.ele("subtitle").txt(exactly(feed.subtitle)).up();
  xml.ele("updated").txt(updated).up();
  xml.ele("link", { rel: "self", type: "application/atom+xml", href: absolute(feed.self) }).up();
  xml.ele("link", { rel: "alternate", type: "text/html", href: absolute(feed.page) }).up();
  xml.ele("author").ele("name").txt("Ponte").up().up();
  xml.ele("rights").txt("CC BY 4.0").up();
  for (const practice of feed.practices) {
    const entry = xml.ele("entry", { "xml:lang": practice.lang });
    const url = absolute(pathTo(feed.locale, "catalogue", practice.slugs[feed.locale]));
    entry
      .ele("id")
      .txt(absolute(`/p/${practice.id}`))
      .up();
    entry.ele("title").txt(exactly(practice.title)).up();
    entry.ele("link", { rel: "alternate", type: "text/html", href: url }).up();
    entry
      .ele("published")
      .txt(practice.publishedAt ?? practice.updatedAt)
      .up();
    entry.ele("updated").txt(practice.updatedAt).up();
    for (const theme of practice.themes) entry.ele("category", { term: theme }).up();
    const made = isMachineMade(practice.translation, "title", "summary") && feed.machineMade;
    const summary = [practice.description, made].filter(Boolean).join(" – ");
    if (summary) entry.ele("summary").txt(exactly(summary)).up();
  }
  return xml.end({ prettyPrint: true });
}
