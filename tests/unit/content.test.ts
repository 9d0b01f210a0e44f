import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parseFrontMatter } from "@/lib/front-matter";
import { type Locale, locales } from "@/lib/i18n/locales";
import { aboutPages, routes } from "@/lib/i18n/routes";
import { splitSections } from "@/lib/practice/content";
import { fundingDifference, toSlug } from "@/lib/practice/rules";
import { toPracticeView } from "@/lib/practice/view";
import { sections } from "@/lib/practice/vocabulary";
import { readContent } from "@/server/content";
import { misprints } from "../support/typography";

// Reads content/ as a strict editor would before it is published.

const root = join(import.meta.dirname, "..", "..");
const folder = (...path: string[]) => readdirSync(join(root, "content", ...path)).sort();
const read = (...path: string[]) => readFileSync(join(root, "content", ...path), "utf8");
const { practices, news, errors } = readContent();
const practiceIds = folder("practices");
const newsIds = folder("news");
const textFiles = locales.map((locale) => `${locale}.md`);

/** Every `[words](address)` of a Markdown text. */
const linksOf = (markdown: string) => [...markdown.matchAll(/\[([^\]]*)\]\(([^)]*)\)/gu)].map(([, , to = ""]) => to);

/** Every value inside a record, with its path: `places.0.note`. */
function walk(value: unknown, path = ""): { path: string; value: unknown }[] {
  const here = { path, value };
  if (value === null || typeof value !== "object") return [here];
  const inside = Object.entries(value).flatMap(([key, one]) => walk(one, path ? `${path}.${key}` : key));
  return [here, ...inside];
}

/** The short texts of a record that stand in several languages, by their path. */
const labelsOf = (record: unknown) =>
  walk(record).flatMap(({ path, value }) => {
    if (value === null || typeof value !== "object" || Array.isArray(value)) return [];
    const keys = Object.keys(value);
    const isLabel = keys.length > 0 && keys.every((key) => (locales as readonly string[]).includes(key));
    return isLabel ? [{ path, label: value as Partial<Record<Locale, string>> }] : [];
  });

const recordOf = (section: string, id: string) => parse(read(section, id, "record.yaml")) as Record<string, unknown>;

/** All prose of content/ in one language, by where it stands. */
function proseIn(locale: Locale): { where: string; text: string }[] {
  const files = [
    ...practiceIds.map((id) => ["practices", id]),
    ...newsIds.map((id) => ["news", id]),
    ...aboutPages.map((page) => ["pages", page]),
  ];
  const texts = files.flatMap((path) => {
    const { meta, body } = parseFrontMatter(read(...path, `${locale}.md`));
    const head = Object.entries(meta).filter(([, value]) => typeof value === "string");
    const blocks = body.split("\n").map((line) => line.replace(/^(?:[-#]+|\d+\.) +/u, ""));
    return [
      ...head.map(([name, value]) => ({ where: name, text: String(value) })),
      ...blocks.map((text) => ({ where: "", text })),
    ].map(({ where, text }) => ({
      where: [...path, `${locale}.md`, where].join("/"),
      text: text.replace(/[*_]/gu, ""),
    }));
  });
  const labels = [...practiceIds.map((id) => ["practices", id]), ...newsIds.map((id) => ["news", id])].flatMap(
    ([section = "", id = ""]) =>
      labelsOf(recordOf(section, id)).flatMap(({ path, label }) =>
        label[locale] ? [{ where: `${section}/${id}/record.yaml ${path}`, text: label[locale] }] : [],
      ),
  );
  return [...texts, ...labels];
}

describe("the folders", () => {
  test("hold the four first practices and the call, and all of them can be read without an error", () => {
    expect(errors).toEqual([]);
    expect(practices.map((practice) => practice.id)).toEqual(practiceIds);
    expect(news.map((item) => item.id)).toEqual(newsIds);
    expect(practiceIds).toEqual(expect.arrayContaining(["arles", "caban", "sern", "toscana"]));
    expect(newsIds).toContain("eurocities-survey");
  });

  test.each([...practiceIds.map((id) => ["practices", id]), ...newsIds.map((id) => ["news", id])])(
    "%s/%s holds a record and a text in each of the four languages, and nothing else",
    (section = "", id = "") => {
      expect(folder(section, id)).toEqual([...textFiles, "record.yaml"].sort());
    },
  );

  test("pages/ holds the five pages about Ponte, each in the four languages, and nothing else", () => {
    expect(folder("pages")).toEqual([...aboutPages].sort());
    for (const page of aboutPages) expect(folder("pages", page)).toEqual([...textFiles].sort());
  });
});

/** How the public contract files the first four: their filters are addresses that others may have kept. */
const filed = [
  {
    id: "caban",
    themes: ["networks", "e-services", "basic-skills", "devices-connectivity"],
    audiences: ["everyone", "no-device", "low-literacy"],
    lead: "network",
    status: "unknown",
    evidence: "described",
  },
  {
    id: "toscana",
    themes: ["basic-skills", "e-services", "helpers", "measurement"],
    audiences: ["older-people", "rural", "adults"],
    lead: "regional-authority",
    status: "unknown",
    evidence: "monitored",
  },
  {
    id: "arles",
    themes: ["e-services", "helpers", "basic-skills"],
    audiences: ["rural", "adults", "helpers"],
    lead: "association",
    status: "ended",
    evidence: "monitored",
  },
  {
    id: "sern",
    themes: ["measurement", "e-services", "helpers"],
    audiences: ["adults", "older-people", "migrants", "helpers", "administrations"],
    lead: "network",
    status: "unknown",
    evidence: "described",
  },
];

test.each(filed)("$id is filed under the codes that the public contract gives it", ({ id, lead, ...codes }) => {
  const practice = practices.find((one) => one.id === id);
  expect(practice?.themes).toEqual(codes.themes);
  expect([...(practice?.audiences.direct ?? []), ...(practice?.audiences.final ?? [])].sort()).toEqual(
    [...codes.audiences].sort(),
  );
  expect(practice?.organisations.filter(({ roles }) => roles.includes("lead")).map(({ type }) => type)).toEqual([lead]);
  expect(practice?.status).toBe(codes.status);
  expect(practice?.evidence).toBe(codes.evidence);
});

describe("addresses", () => {
  const kinds = { practices, news } as const;
  test.each(["practices", "news"] as const)("every one of the %s has its own slug in each language", (kind) => {
    for (const locale of locales) {
      const slugs = kinds[kind].map(({ texts }) => texts[locale]?.slug ?? toSlug(texts[locale]?.title ?? ""));
      expect(new Set(slugs).size, `slugs in ${locale}: ${slugs.join(", ")}`).toBe(slugs.length);
      for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }
  });

  test("every link of a record is a whole https address", () => {
    const records = [...practices, ...news].flatMap((one) => walk(one).map((leaf) => ({ ...leaf, id: one.id })));
    const links = records.filter(({ path }) => path.endsWith("url"));
    expect(links.length).toBeGreaterThan(10);
    for (const { id, path, value } of links) {
      const url = new URL(String(value));
      expect(url.protocol, `${id} ${path}`).toBe("https:");
      expect(url.href, `${id} ${path}: written as browsers write it`).toBe(String(value));
    }
  });
});

describe.each(practices)("the record of $id", (practice) => {
  const record = recordOf("practices", practice.id ?? "");

  test("says every short text in all four languages", () => {
    const labels = labelsOf(record).filter(({ path }) => !path.endsWith("translatedName"));
    for (const { path, label } of labels) expect(Object.keys(label).sort(), path).toEqual([...locales].sort());
  });

  test("translates a name for all readers but those whose language it is in", () => {
    for (const { path, label } of labelsOf(record).filter(({ path }) => path.endsWith("translatedName")))
      expect(Object.keys(label).length, `${path} leaves out at most one language`).toBeGreaterThanOrEqual(3);
  });

  test.each(locales)("never shows readers of %s a name translated into another language", (locale) => {
    const slugs = { it: "", fr: "", sv: "", en: "" };
    const meta = { id: "", slugs, revision: 1, publishedAt: null, updatedAt: "2026-11-22" };
    const view = toPracticeView(practice, meta, locale);
    const foreign = [...view.organisations, ...view.awards].flatMap(({ name, translatedName }) =>
      translatedName && translatedName.lang !== locale ? [`${name} (${translatedName.text})`] : [],
    );
    expect(foreign, "a reader who understands the name needs no gloss, least of all a foreign one").toEqual([]);
  });

  test("adds up: the lines of its funding make its total", () => {
    expect(fundingDifference(practice.funding) ?? 0).toBe(0);
  });

  test("adds up: shares of one whole make a hundred per cent", () => {
    for (const { breakdown } of practice.indicators) {
      const shares = breakdown.filter(({ unit }) => unit === "percent");
      if (shares.length > 0) expect(shares.reduce((sum, { value }) => sum + value, 0)).toBe(100);
    }
  });

  test("puts every place on the map of Europe, in a country it names", () => {
    expect(practice.places.length).toBeGreaterThan(0);
    for (const { name, country, latitude, longitude, nuts } of practice.places) {
      expect(practice.countries, name).toContain(country);
      expect(latitude, name).toBeGreaterThanOrEqual(34);
      expect(latitude, name).toBeLessThanOrEqual(72);
      expect(longitude, name).toBeGreaterThanOrEqual(-25);
      expect(longitude, name).toBeLessThanOrEqual(45);
      if (nuts) expect(nuts.slice(0, 2), name).toBe(country);
    }
  });

  test("has exactly one source that our text rests on, in the language that counts as the original", () => {
    const basis = practice.sources.filter(({ kind }) => kind === "basis");
    expect(basis.map(({ language }) => language)).toEqual([practice.originalLocale]);
  });

  test.each(locales)("its text in %s says where it comes from and who has not read it", (locale) => {
    const provenance = practice.texts[locale]?.provenance;
    expect(provenance).toMatchObject({ origin: "editorial", method: "human", reviewed: false });
    expect(provenance?.writtenOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(practice.sources.find(({ kind }) => kind === "basis")?.key).toBe(provenance?.source);
  });

  test("tells the same sections in every language, in the order of the vocabulary, none of them empty", () => {
    const named = locales.map((locale) => {
      const { body } = parseFrontMatter(read("practices", practice.id ?? "", `${locale}.md`));
      const found = Object.entries(splitSections(body));
      for (const [name, text] of found) expect(text, `${locale} ${name}`).not.toBe("");
      return found.map(([name]) => name);
    });
    const [first = []] = named;
    for (const names of named) expect(names).toEqual(first);
    // Costs come last in the vocabulary and everything else in the order in which it is read.
    expect(first).toEqual(sections.filter((name) => first.includes(name)));
    expect(first[0]).toBe("summary");
  });

  test("holds no heading and no HTML inside a section: the page would drop both", () => {
    for (const locale of locales)
      for (const [name, text] of Object.entries(practice.texts[locale]?.sections ?? {})) {
        expect(text, `${locale} ${name}`).not.toMatch(/^#|^(?:=+|-{3,})$/m);
        expect(text, `${locale} ${name}`).not.toMatch(/[<>]|&[a-z#0-9]+;|!\[/i);
      }
  });
});

describe.each(news)("the news item $id", (item) => {
  test("says every short text in all four languages", () => {
    for (const { path, label } of labelsOf(recordOf("news", item.id)))
      expect(Object.keys(label).sort(), path).toEqual([...locales].sort());
  });

  test("has a text in each language, which rests on a source that the record names, in the original's language", () => {
    for (const locale of locales) {
      const text = item.texts[locale];
      expect(text.provenance).toMatchObject({ origin: "editorial", method: "human", reviewed: false });
      const source = item.sources.find(({ key }) => key === text.provenance.source);
      expect(source?.language, locale).toBe(item.originalLocale);
      expect(text.body, locale).not.toMatch(/^#|[<>]|&[a-z#0-9]+;|!\[/im);
    }
  });

  test("names its sources once each", () => {
    const keys = item.sources.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe.each(aboutPages)("the page %s", (page) => {
  const texts = locales.map((locale) => ({ locale, ...parseFrontMatter(read("pages", page, `${locale}.md`)) }));

  test("has a title and a description of its own in each language, and no other front matter", () => {
    for (const { locale, meta } of texts) {
      expect(Object.keys(meta).sort(), locale).toEqual(["description", "title"]);
      expect(String(meta.title).length, locale).toBeGreaterThan(3);
      expect(String(meta.description).length, locale).toBeGreaterThan(30);
      expect(String(meta.description).length, locale).toBeLessThanOrEqual(200);
    }
    expect(new Set(texts.map(({ meta }) => meta.description)).size).toBe(locales.length);
  });

  test("has headings from the second level on, that skip none, the same way in every language", () => {
    const levels = texts.map(({ body }) => [...body.matchAll(/^(#+) /gm)].map(([, hashes = ""]) => hashes.length));
    for (const one of levels) {
      expect(one.length).toBeGreaterThan(0);
      one.forEach((level, at) => {
        expect(level).toBeGreaterThanOrEqual(2);
        expect(level).toBeLessThanOrEqual(3);
        expect(level - (at > 0 ? (one[at - 1] ?? 0) : 1)).toBeLessThanOrEqual(1);
      });
    }
    expect(new Set(levels.map((one) => one.join(" "))).size, "headings differ between languages").toBe(1);
  });

  test("has words below each heading", () => {
    for (const { locale, body } of texts) {
      const lines = body.split("\n").filter((line) => line.trim());
      lines.forEach((line, at) => {
        const next = lines[at + 1];
        const level = (text = "") => /^#+(?= )/.exec(text)?.[0].length ?? 9;
        if (line.startsWith("#"))
          expect(level(next) > level(line) && next !== undefined, `${locale}: ${line}`).toBe(true);
      });
    }
  });

  test("holds no raw HTML and no picture: the page would drop them", () => {
    for (const { locale, body } of texts) expect(body, locale).not.toMatch(/[<>]|&[a-z#0-9]+;|!\[/i);
  });

  test("leaves only the operator and the contact address to be filled in", () => {
    for (const { locale, body } of texts)
      for (const [place] of body.matchAll(/\{[^}]*\}/g)) expect(["{operator}", "{contact}"], locale).toContain(place);
  });

  test("links only to pages, interfaces and practices that exist, and to whole https addresses", () => {
    for (const { locale, body } of texts)
      for (const to of linksOf(body)) {
        const where = `${page}/${locale}.md: ${to}`;
        if (to.startsWith("page:")) expect(Object.keys(routes), where).toContain(to.slice("page:".length));
        else if (to.startsWith("/")) expect(leadsSomewhere(to), where).toBe(true);
        else if (to !== "feed:") expect(new URL(to).protocol, where).toBe("https:");
      }
  });

  test("links to the same pages of Ponte in every language", () => {
    const inner = texts.map(({ body }) =>
      linksOf(body)
        .filter((to) => !to.startsWith("https:"))
        .sort(),
    );
    for (const links of inner) expect(links).toEqual(inner[0]);
  });
});

/** Whether a path without a language is answered: a route of app/, or a practice's permanent address. */
function leadsSomewhere(path: string): boolean {
  const id = /^(?:\/p|\/api\/v1\/practices)\/([a-z0-9]+)$/.exec(path)?.[1];
  if (id) return practiceIds.includes(id);
  if (path === "/sitemap.xml") return existsSync(join(root, "app", "sitemap.ts"));
  return existsSync(join(root, "app", path, "route.ts"));
}

describe.each(locales)("the proofreader of %s", (locale) => {
  test("has nothing to object to", () => {
    const objections = proseIn(locale).flatMap(({ where, text }) =>
      misprints(text, locale).map((words) => `${where}: ${words}`),
    );
    expect(objections).toEqual([]);
  });
});
