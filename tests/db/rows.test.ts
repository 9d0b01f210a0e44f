import { expect, test } from "vitest";
import { database } from "../../lib/db.ts";
import type { PracticeInput } from "../../lib/practice/practice.ts";
import { fromRows, wholePractice } from "../../lib/practice/rows.ts";
import { readContent } from "../../server/content.ts";
import { aPractice, generatePractices, written } from "../support/practices.ts";
import { published, readBack } from "../support/stored.ts";

/** Without the ids that contacts get when they are stored. */
const unnumbered = (practice: PracticeInput): PracticeInput => ({
  ...practice,
  contacts: practice.contacts.map(({ id, ...contact }) => contact),
});

test("the four first practices are read back as their files say", async () => {
  const { practices, errors } = readContent();
  expect(errors).toEqual([]);
  expect(await published(...practices)).toEqual(["arles", "caban", "sern", "toscana"]);
  const rows = await database().practice.findMany({ orderBy: { id: "asc" }, include: wholePractice });
  expect(rows.map((row) => unnumbered(fromRows(row)))).toEqual(practices);
});

test("practices of many kinds are read back as they were", async () => {
  const practices = generatePractices(40);
  for (const id of await published(...practices)) {
    expect(await readBack(id)).toEqual(practices.find((practice) => practice.id === id));
  }
});

test("a practice that says everything there is to say loses nothing", async () => {
  const label = { it: "etichetta", fr: "étiquette", sv: "etikett", en: "label “x” \\ ' ; --" };
  const text = (title: string) => ({
    title,
    subtitle: "A subtitle",
    slug: "a-slug",
    sections: {
      summary: "One.\n\nTwo.",
      plainWords: "One thing. Then another.",
      presentation: "P",
      context: "C",
      objectives: "O",
      activities: "- a\n- b",
      tools: "T",
      results: "R",
      benefits: "B",
      constraints: "K",
      advice: "A",
      nextSteps: "N",
      costs: "€ 5 😀",
    },
    provenance: {
      origin: "translation" as const,
      method: "machine" as const,
      author: "Anna",
      source: "study",
      fromRevision: 2,
      reviewed: true,
      writtenOn: "2026-02",
    },
  });
  const practice = aPractice({
    id: "whole123",
    kind: "network",
    originalLocale: "fr",
    texts: { it: text("Tutto"), fr: text("Tout"), sv: text("Allt"), en: text("All") },
    alternativeTitles: [
      { title: "Old", kind: "former", locale: "fr" },
      { title: "Other", kind: "alternative" },
    ],
    relations: [
      { kind: "part-of", practice: "caban", title: "Caban", url: "https://caban.example/" },
      { kind: "grew-out-of", title: "An idea" },
    ],
    countries: ["SE", "IT", "BE"],
    scopes: ["online", "local"],
    places: [
      { name: "Kiruna", country: "SE", role: "seat", nuts: "SE332", latitude: 67.85, longitude: 20.22, note: label },
      { name: "Équateur", country: "FR", latitude: 0, longitude: -0.5 },
    ],
    period: { start: "2010", end: "2012-05-03", note: label, asOf: "2013-01" },
    phases: [{ name: label, start: "2010-02", end: "2011", note: label }, { name: { it: "due" } }],
    status: "ended",
    evidence: "replicated",
    lastConfirmed: "2026-01",
    organisations: [
      {
        name: "Rete",
        translatedName: label,
        roles: ["lead", "funder"],
        type: "network",
        size: "small",
        country: "IT",
        url: "https://rete.example/",
        classification: label,
        note: label,
      },
      { name: "Rete", roles: ["supplier"] },
    ],
    contacts: [
      {
        name: "Ada",
        role: label,
        organisation: "Rete",
        publicEmail: "ada@rete.example",
        privateEmail: "ada@home.example",
        consent: { basis: "given", version: "1", at: "2026-01-02T03:04:05.678Z" },
      },
      { privateEmail: "bo@home.example", consent: { basis: "named-by-source" } },
    ],
    funding: {
      notKnown: true,
      currency: "SEK",
      total: Number.MAX_SAFE_INTEGER,
      frequency: "yearly",
      lines: [
        { source: label, kind: "eu", programme: "EAFRD", amount: 0, frequency: "one-off" },
        { source: { fr: "x" }, kind: "own" },
      ],
    },
    audiences: { direct: ["women", "adults"], final: ["adults", "everyone"], ageFrom: 0, ageTo: 120, peopleReached: 0 },
    themes: ["networks", "health"],
    delivery: {
      formats: ["remote", "group"],
      settings: ["travelling"],
      price: "mixed",
      languages: ["nap", "it"],
      note: label,
    },
    indicators: [
      {
        label,
        kind: "target",
        value: 0.125,
        qualifier: "about",
        unit: label,
        asOf: "2012",
        method: label,
        measuredBy: "Polimi",
        source: "study",
        breakdown: [
          { label, ageFrom: 0, ageTo: 25, value: 12.5, unit: "percent" },
          { value: 0, unit: "number" },
        ],
      },
      { label: { sv: "besök" }, kind: "achieved", value: -3 },
    ],
    awards: [
      {
        name: "Premio",
        translatedName: label,
        edition: label,
        category: "C",
        rank: 1,
        year: 2012,
        url: "https://premio.example/",
        note: label,
      },
    ],
    outputs: [{ title: label, kind: "guide", url: "https://guide.example/", language: "fr", note: label }],
    links: [{ url: "https://a.example/", label }, { url: "https://b.example/" }],
    sources: [
      {
        key: "study",
        kind: "further",
        publisher: "Polimi",
        title: "T",
        url: "https://polimi.example/",
        language: "it",
        published: "2018",
        classification: label,
        note: label,
      },
    ],
  });
  const [id = ""] = await published(practice);
  expect(unnumbered(await readBack(id))).toEqual(practice);
});

test("a date known without being told whether it is start or end stays one", async () => {
  const [id = ""] = await published(aPractice({ period: { during: "2018" } }));
  expect((await readBack(id)).period).toEqual({ during: "2018" });
});

test("what is taken away is gone, and what is left keeps its order", async () => {
  const links = ["https://a.example/", "https://b.example/", "https://c.example/"].map((url) => ({ url }));
  const texts = { it: { title: "T", sections: { summary: "S", costs: "C" }, provenance: written } };
  await published(aPractice({ id: "bussola1", links, texts, period: { start: "2010" }, scopes: ["local"] }));
  const less = aPractice({ id: "bussola1", links: links.slice(1).reverse() });
  await published(less);
  expect(await readBack("bussola1")).toEqual(less);
});
