import { beforeEach, describe, expect, test } from "vitest";
import { refreshCatalogue } from "../../lib/catalogue/commands.ts";
import { database } from "../../lib/db.ts";
import type { PracticeDraft, PracticeInput } from "../../lib/practice/practice.ts";
import { answerSituation, countChoices } from "../../lib/situation/queries.ts";
import type { Situation } from "../../lib/situation/situation.ts";
import { aPractice, written } from "../support/practices.ts";
import { act, published, stored } from "../support/stored.ts";

const about = (id: string, summary: string, more: Partial<PracticeDraft> = {}): PracticeInput =>
  aPractice({
    id,
    originalLocale: "en",
    texts: { en: { title: id, sections: { summary }, provenance: written } },
    ...more,
  });
const older = { audiences: { direct: ["older-people" as const], final: [] } };
const noDevice = { obstacles: [{ code: "no-device" as const }] };
const all: Situation = { person: "older-people", service: "health-record", obstacle: "no-device" };
const met = async (situation: Situation) =>
  (await answerSituation("en", situation)).matches.map(({ id, met: questions }) => [id, ...questions]);

beforeEach(async () => {
  await refreshCatalogue();
});

describe("the answer to a situation", () => {
  test("has what meets all of it first, then what meets two and one, each time the newest first", async () => {
    await published(
      about("one11111", "A choir.", older),
      about("three111", "Help with the health record.", { ...older, ...noDevice }),
      about("two11111", "A choir.", { ...older, ...noDevice }),
      about("two22222", "Help with the health record.", older),
      about("none1111", "A choir."),
      about("three222", "Help with the health record.", { ...older, ...noDevice }),
    );
    const answer = await answerSituation("en", all);
    expect(answer.matches.map(({ id, met: questions }) => [id, ...questions])).toEqual([
      ["three222", "person", "service", "obstacle"],
      ["three111", "person", "service", "obstacle"],
      ["two22222", "person", "service"],
      ["two11111", "person", "obstacle"],
      ["one11111", "person"],
    ]);
    expect(answer.degrees).toEqual([
      { met: 3, count: 2 },
      { met: 2, count: 2 },
      { met: 1, count: 1 },
    ]);
    expect(answer.alone).toEqual([
      { question: "person", count: 5 },
      { question: "service", count: 3 },
      { question: "obstacle", count: 3 },
    ]);
  });

  test("knows a narrower concept, and no wider one", async () => {
    await published(
      about("narrow11", "We open the Fascicolo sanitario elettronico together."),
      about("wide1111", "We talk about e-health."),
    );
    expect(await met({ service: "health-record" })).toEqual([["narrow11", "service"]]);
  });

  test("knows an obstacle by its code and by what a text calls it", async () => {
    await published(about("coded111", "A choir.", noDevice), about("named111", "What we met was a lack of devices."));
    expect(await met({ obstacle: "no-device" })).toEqual([
      ["named111", "obstacle"],
      ["coded111", "obstacle"],
    ]);
  });

  test("shows ten at most and counts them all, also far apart in the catalogue", async () => {
    const made = await published(
      ...Array.from({ length: 14 }, (_, at) =>
        about(`many${at}`, "A choir.", at % 2 ? older : { ...older, ...noDevice }),
      ),
    );
    // Numbers as the catalogue has them once there are many practices: in other rows of bits.
    await published(about("last1111", "A choir.", older));
    const { matches, degrees } = await answerSituation("en", { person: "older-people", obstacle: "no-device" });
    expect(matches.map(({ id }) => id)).toEqual([
      ...made.filter((_, at) => at % 2 === 0).reverse(),
      "last1111",
      ...made
        .filter((_, at) => at % 2 === 1)
        .reverse()
        .slice(0, 2),
    ]);
    expect(degrees).toEqual([
      { met: 2, count: 7 },
      { met: 1, count: 8 },
    ]);
  });

  test("is right where practices stand in several rows of bits", async () => {
    await published(about("first111", "A choir.", older), about("later111", "A choir.", { ...older, ...noDevice }));
    // As if thousands of practices lay between the two.
    const [{ ordinal } = { ordinal: 0 }] = await database().catalogueEntry.findMany({
      where: { practiceId: "first111" },
      select: { ordinal: true },
    });
    const far = ordinal + 3 * 8192;
    await database().catalogueEntry.update({ where: { practiceId: "first111" }, data: { ordinal: far } });
    await database().$executeRaw`
      with moved as (
        select facet, code, bits from "CatalogueBits"
        where get_bit(bits, ${ordinal % 8192}::int) = 1 and segment = ${Math.floor(ordinal / 8192)}::int
      )
      insert into "CatalogueBits" (facet, code, segment, bits)
      select facet, code, ${Math.floor(far / 8192)}::int, set_bit(0::bit(8192), ${far % 8192}::int, 1) from moved`;
    await database().$executeRaw`
      update "CatalogueBits" set bits = set_bit(bits, ${ordinal % 8192}::int, 0)
      where segment = ${Math.floor(ordinal / 8192)}::int`;
    expect(await met({ person: "older-people", obstacle: "no-device" })).toEqual([
      ["later111", "person", "obstacle"],
      ["first111", "person"],
    ]);
  });

  test("holds nothing that is not published", async () => {
    await stored(about("waits111", "A choir.", older), "pending");
    const [id = ""] = await published(about("gone1111", "A choir.", older));
    await act(id, "unpublish");
    expect(await answerSituation("en", { person: "older-people" })).toEqual({
      matches: [],
      degrees: [],
      alone: [{ question: "person", count: 0 }],
    });
    expect(await countChoices()).toEqual([]);
  });

  test("is empty where nothing was asked", async () => {
    await published(about("some1111", "A choir.", older));
    expect(await answerSituation("en", {})).toEqual({ matches: [], degrees: [], alone: [] });
  });
});

describe("what a practice has to say", () => {
  const saying = (id: string, sections: object) =>
    about(id, "", { ...older, texts: { it: { title: id, sections, provenance: written } }, originalLocale: "it" });
  const word = async () => (await answerSituation("sv", { person: "older-people" })).matches[0]?.word;

  test("is its advice, in the language that it stands in", async () => {
    await published(saying("advice11", { summary: "Breve.", plainWords: "Facile.", advice: "Cominciate con calma." }));
    expect(await word()).toEqual({
      section: "advice",
      lang: "it",
      markdown: "Cominciate con calma.",
      whole: true,
    });
  });

  test("is the beginning of a long advice, to the end of a paragraph", async () => {
    const paragraph = "Parole ".repeat(60).trim();
    await published(saying("long1111", { advice: `${paragraph}.\n\n${paragraph}!` }));
    expect(await word()).toEqual({ section: "advice", lang: "it", markdown: `${paragraph}.`, whole: false });
  });

  test("is its plain words where it advises nothing, else its summary, else nothing", async () => {
    await published(saying("none2222", {}));
    expect(await word()).toBeUndefined();
    await published(saying("short222", { summary: "Breve." }));
    expect(await word()).toMatchObject({ section: "summary", markdown: "Breve." });
    await published(saying("plain222", { summary: "Breve.", plainWords: "Facile." }));
    expect(await word()).toMatchObject({ section: "plainWords", markdown: "Facile." });
  });
});

test("every choice is counted that some practice meets", async () => {
  await published(
    about("count111", "Help with the health record.", older),
    about("count222", "A choir.", { ...older, ...noDevice }),
  );
  const counted = await countChoices();
  expect(counted).toContainEqual({ question: "person", code: "older-people", count: 2 });
  expect(counted).toContainEqual({ question: "service", code: "health-record", count: 1 });
  expect(counted).toContainEqual({ question: "obstacle", code: "no-device", count: 1 });
  expect(counted.filter(({ count }) => count === 0)).toEqual([]);
});
