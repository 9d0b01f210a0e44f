import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newNewsId, parseNews, readNewsValues, sourceField, stateOfIntent, toNewsValues } from "../../lib/news/form.ts";
import { readContent } from "../../server/content.ts";

const today = "2026-11-22";
const posted = (fields: Record<string, string | string[]>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) data.append(name, one);
  return data;
};
const least = {
  ...{ kind: "call", originalLocale: "fr", publishedOn: today, owner: "Une ville" },
  ...{ "title-fr": "Appel", "summary-fr": "En bref.", "body-fr": "Le texte." },
};
const parse = (fields: Record<string, string | string[]>) =>
  parseNews(readNewsValues(posted(fields)), { before: undefined, id: "new-item", today });

describe("the form of a news item", () => {
  test("holds every item there is: what it shows makes the same item again", () => {
    for (const news of readContent().news)
      expect(parseNews(toNewsValues(news), { before: news, id: "unused", today })).toEqual({ news });
  });

  test("needs one language, the original, and the other languages whole or not at all", () => {
    expect(parse(least)).toMatchObject({ news: { texts: { fr: { title: "Appel" } } } });
    expect(parse({ ...least, originalLocale: "it" })).toEqual({ errors: { "title-it": "required" } });
    expect(parse({ ...least, "title-sv": "Utlysning" })).toEqual({
      errors: { "summary-sv": "required", "body-sv": "required" },
    });
  });

  test("tells what is wrong beside the field it is wrong in", () => {
    const wrong = { ...least, deadline: "soon", [sourceField(2, "url")]: "javascript:alert(1)", owner: "" };
    const result = parse({ ...wrong, [sourceField(2, "publisher")]: "A" });
    expect(result).toEqual({
      errors: { deadline: "not-a-date", owner: "required", [sourceField(2, "url")]: "not-an-address" },
    });
  });

  test("says when a changed text was written, and leaves the others their day", () => {
    const [before] = readContent().news;
    if (!before) throw new Error("no news");
    const values = { ...toNewsValues(before), "title-sv": "En annan rubrik" };
    const result = parseNews(values, { before, id: "unused", today });
    if ("errors" in result) throw new Error("refused");
    expect(result.news.texts.sv?.provenance.writtenOn).toBe(today);
    expect(result.news.texts.it).toEqual(before.texts.it);
  });

  test("gives a new item an id of its day and its title", () => {
    expect(newNewsId({ originalLocale: "sv", "title-sv": "Sök pengar nu!" }, today)).toBe("2026-11-22-sok-pengar-nu");
    expect(newNewsId({}, today)).toBe("2026-11-22");
  });

  test("leads by its buttons to three states and no other", () => {
    expect(["keep", "publish", "unpublish", "preview", "delete", null].map(stateOfIntent)).toEqual([
      ...["draft", "published", "unpublished"],
      ...[undefined, undefined, undefined],
    ]);
  });

  test("never throws, whatever is posted: 10,000 forms", () => {
    const names = fc.constantFrom(
      ...Object.keys(least),
      "countries",
      "audiences",
      "deadline",
      "source-0-url",
      "body-sv",
    );
    const values = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("fr", "call", "2026-02-30", "SE", "\u0000"));
    fc.assert(
      fc.property(fc.dictionary(names, values), (fields) => {
        const result = parse(fields);
        expect("news" in result || Object.keys(result.errors).length > 0).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });
});
