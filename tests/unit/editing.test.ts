import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Field, type Fields, fieldsOf, type Piece, parts, pieceOf } from "@/lib/editing/fields";
import {
  changeRows,
  errorCodes,
  foundValue,
  pieceKey,
  readFields,
  readPiece,
  readRowChange,
  type TypedFields,
  toFields,
  toPosted,
  toPractice,
  withoutBlankRows,
} from "@/lib/editing/form";
import { merge } from "@/lib/editing/merge";
import { locales } from "@/lib/i18n/locales";
import { parsePracticeFiles } from "@/lib/practice/content";
import { type PracticeInput, practiceInput, practiceJsonSchema } from "@/lib/practice/practice";
import { aPractice, written } from "../support/practices";

const today = "2026-11-22";
const pieces = parts.flatMap((part): Piece[] =>
  part === "texts" ? locales.map((text) => ({ part, text })) : [{ part, text: "it" as const }],
);
const piece = (part: Piece["part"], text: Piece["text"] = "it"): Piece => ({ part, text });

/** The form of a part, sent as a browser sends it. */
function sent(typed: TypedFields, of: Piece): TypedFields {
  const data = new FormData();
  // Browsers send line breaks as two characters.
  for (const [name, value] of toPosted(typed, of)) data.append(name, value.replaceAll("\n", "\r\n"));
  return readFields(data, of);
}

const practiceOf = (typed: TypedFields, before: PracticeInput, of: Piece): PracticeInput => {
  const made = toPractice(typed, before, of);
  if (!("practice" in made)) throw new Error(JSON.stringify(made));
  return made.practice;
};
const errorsOf = (typed: TypedFields, before: PracticeInput, of: Piece) => {
  const made = toPractice(typed, before, of);
  return "practice" in made ? {} : { ...made.errors, ...made.elsewhere };
};

function ourPractices(): PracticeInput[] {
  const folder = "content/practices";
  const read = (path: string) => readFileSync(`${folder}/${path}`, "utf8");
  return readdirSync(folder).map((id) => {
    const texts = Object.fromEntries(
      locales
        .filter((locale) => existsSync(`${folder}/${id}/${locale}.md`))
        .map((locale) => [locale, read(`${id}/${locale}.md`)]),
    );
    const parsed = parsePracticeFiles({ id, record: read(`${id}/record.yaml`), texts });
    if ("errors" in parsed) throw new Error(JSON.stringify(parsed.errors));
    return parsed.practice;
  });
}

/** Values of a field as a practice may have them. */
function anyValue(name: string, field: Field): fc.Arbitrary<unknown> {
  const words = fc.stringMatching(/^[\p{L}\p{N}«»’ .,;:<>&"'-]{0,20}[\p{L}]$/u);
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 12 });
  // What rules know more of than that it is a line or a number.
  const special: Record<string, fc.Arbitrary<unknown>> = {
    slug: maybe(fc.constantFrom("bussola", "a-b-3")),
    source: field.is === "line" ? maybe(fc.constant("capacity")) : fc.constant(undefined),
    practice: maybe(fc.constantFrom("caban", "arles")),
    year: maybe(fc.integer({ min: 1950, max: 2100 })),
    code: fc.constantFrom("fear", "cost"),
    end: fc.constant(undefined),
    language: field.is === "line" ? maybe(fc.constantFrom("it", "smi")) : fc.constant(undefined),
    currency: fc.constantFrom("EUR", "ISK", "HUF", "KWD"),
    originalLocale: fc.constant("it"),
  };
  const own = special[name];
  if (own && !(name === "source" && field.is === "localised")) return own;
  switch (field.is) {
    case "line":
      return field.max <= 5 ? maybe(fc.constantFrom("ITI4", "IT")) : maybe(words);
    case "text":
    case "markdown":
      return maybe(fc.array(words, { minLength: 1, maxLength: 3 }).map((all) => all.join("\n\n")));
    case "address":
      return maybe(fc.webUrl({ validSchemes: ["https"] }));
    case "date":
      return maybe(fc.constantFrom("2010", "2010-05", "2010-05-03", "2024"));
    case "number":
      return maybe(fc.oneof(fc.integer({ min: -80, max: 80 }), fc.double({ min: 0, max: 80, noNaN: true })));
    case "whole":
      return maybe(fc.integer({ min: 1, max: 110 }));
    case "money":
      return maybe(fc.maxSafeNat());
    case "tick":
      return fc.boolean();
    case "words":
      return fc.uniqueArray(fc.constantFrom("it", "fr", "ar", "smi"));
    case "code":
      return maybe(fc.constantFrom(...field.codes));
    case "codes":
      return fc.uniqueArray(fc.constantFrom(...field.codes), { maxLength: 5 });
    case "localised":
      return maybe(
        fc
          .record({ it: maybe(words), fr: maybe(words), sv: maybe(words), en: words })
          .map((texts) => Object.fromEntries(Object.entries(texts).filter(([, text]) => text))),
      );
    case "group":
      return valuesOf(field.fields);
    case "rows":
      return fc.array(valuesOf(field.fields), { maxLength: 3 });
  }
}
const valuesOf = (fields: Fields): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .record(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, anyValue(name, field)])))
    .map((values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)));

const whole = aPractice({
  texts: { it: { title: "Bussola", sections: { summary: "Breve." }, provenance: written } },
  countries: ["SE", "IT"],
  themes: ["networks", "basic-skills"],
  sources: [{ key: "capacity", kind: "basis", publisher: "Capacity" }],
  indicators: [{ label: { it: "Persone" }, kind: "achieved", value: 12.5, source: "capacity", breakdown: [] }],
});

/** The same without what rules refuse: the value that is wrong, or the row that lacks one. */
function repaired(values: Record<string, unknown>): PracticeInput {
  const candidate = structuredClone({ ...whole, ...values, texts: { ...whole.texts, ...(values.texts ?? {}) } });
  for (let round = 0; round < 50; round += 1) {
    const parsed = practiceInput.safeParse(candidate);
    if (parsed.success) return parsed.data;
    const path = [...(parsed.error.issues[0]?.path ?? [])];
    const parentOf = () =>
      path.slice(0, -1).reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown>)?.[step], candidate);
    // What is missing is missing in a row: that goes.
    while (
      path.length > 1 &&
      (parentOf() as Record<PropertyKey, unknown> | undefined)?.[path.at(-1) ?? ""] === undefined
    )
      path.pop();
    const [parent, last] = [parentOf(), path.at(-1) ?? ""];
    if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else delete (parent as Record<PropertyKey, unknown>)[last];
  }
  return whole;
}

/** Practices with whatever can stand in one part. */
const practicesWith = (of: Piece): fc.Arbitrary<PracticeInput> => valuesOf(fieldsOf(of)).map(repaired);

describe("the form of a practice", () => {
  test("has a field for everything that a practice can hold, but its id and its contacts", () => {
    type Schema = { properties?: Record<string, Schema>; items?: Schema; additionalProperties?: Schema | boolean };
    const missing: string[] = [];
    const compare = (schema: Schema, fields: Fields, path: string) => {
      for (const [name, below] of Object.entries(schema.properties ?? {})) {
        const field = fields[name];
        if (!field) missing.push(path + name);
        else if (field.is === "group") compare(below, field.fields, `${path}${name}.`);
        else if (field.is === "rows") compare(below.items ?? {}, field.fields, `${path}${name}.`);
      }
    };
    const all = Object.assign({}, ...parts.filter((part) => part !== "texts").map((part) => fieldsOf(piece(part))));
    const { properties } = practiceJsonSchema() as Schema;
    compare({ properties }, all, "");
    expect(missing).toEqual(["id", "texts", "contacts"]);
    const texts = fieldsOf(piece("texts")).texts as Extract<Field, { is: "group" }>;
    const text = texts.fields.it as Extract<Field, { is: "group" }>;
    missing.length = 0;
    compare(properties?.texts?.additionalProperties as Schema, text.fields, "");
    expect(missing).toEqual([]);
  });

  test("loses nothing of our four practices, in any part or language", () => {
    const practices = ourPractices();
    expect(practices).toHaveLength(4);
    for (const practice of practices)
      for (const of of pieces) {
        const fields = toFields(practice, of, today);
        expect(practiceOf(sent(fields, of), practice, of), `${practice.id} ${pieceKey(of)}`).toEqual(practice);
      }
  });

  test.each(pieces)("loses nothing of whatever practice: $part $text", (of) => {
    fc.assert(
      fc.property(practicesWith(of), (practice) => {
        const fields = toFields(practice, of, today);
        expect(practiceOf(fields, practice, of)).toEqual(practice);
        expect(practiceOf(sent(fields, of), practice, of)).toEqual(practice);
      }),
      { numRuns: 60 },
    );
  });

  test("takes away what was taken out", () => {
    const before = aPractice({ lastConfirmed: "2026-05", relations: [{ kind: "part-of", title: "Rete" }] });
    const fields = { ...toFields(before, piece("facts"), today), lastConfirmed: "", relations: [] };
    expect(practiceOf(fields, before, piece("facts"))).toEqual(aPractice());
  });

  test("changes what was typed, and nothing else", () => {
    const fields = toFields(whole, piece("facts"), today);
    const after = practiceOf({ ...fields, status: "ended" }, whole, piece("facts"));
    expect(after).toEqual({ ...whole, status: "ended" });
  });

  test("keeps ticked codes in the order that the practice has them in, new ones last", () => {
    const data = new FormData();
    for (const [name, value] of toPosted(toFields(whole, piece("facts"), today), piece("facts")))
      if (name !== "themes") data.append(name, value);
    for (const code of ["basic-skills", "health", "networks"]) data.append("themes", code);
    expect(readFields(data, piece("facts")).themes).toEqual(["networks", "basic-skills", "health"]);
  });

  test("never brings contacts in, and never loses them", () => {
    const contacts = [{ name: "Ada", consent: { basis: "named-by-source" as const } }];
    const before = aPractice({ contacts });
    const data = new FormData();
    for (const [name, value] of toPosted(toFields(before, piece("people"), today), piece("people")))
      data.append(name, value);
    data.append("contacts", "0");
    data.append("contacts.0.name", "Mallory");
    data.append("id", "other");
    const after = practiceOf(readFields(data, piece("people")), before, piece("people"));
    expect(after.contacts).toEqual(before.contacts);
    expect(after.id).toBe(before.id);
  });
});

describe("a version in another language", () => {
  const french = piece("texts", "fr");
  const inFrench = (over: TypedFields): TypedFields => {
    const fields = toFields(whole, french, today) as { texts: { fr: TypedFields } };
    return { texts: { fr: { ...fields.texts.fr, ...over } } };
  };

  test("comes to be where a title is written, dated today and called a translation", () => {
    const { texts } = practiceOf(inFrench({ title: "Boussole" }), whole, french);
    expect(texts.fr).toEqual({
      title: "Boussole",
      sections: {},
      provenance: { origin: "translation", method: "human", reviewed: false, writtenOn: today },
    });
    expect(texts.it).toEqual(whole.texts.it);
  });

  test("does not come to be where nothing is written, and goes where everything is taken out", () => {
    expect(practiceOf(inFrench({}), whole, french)).toEqual(whole);
    const withFrench = practiceOf(inFrench({ title: "Boussole" }), whole, french);
    expect(practiceOf(inFrench({ title: " " }), withFrench, french)).toEqual(whole);
  });

  test("needs a title where it has a text", () => {
    expect(errorsOf(inFrench({ sections: { summary: "Bref." } }), whole, french)).toEqual({
      "texts.fr.title": "required",
    });
  });

  test("of the original cannot be emptied", () => {
    const fields = toFields(aPractice(), piece("texts"), today) as { texts: { it: TypedFields } };
    fields.texts.it.title = "";
    expect(errorsOf(fields, aPractice(), piece("texts"))).toEqual({ "texts.it.title": "required" });
  });
});

describe("errors", () => {
  const wrong = (part: Piece["part"], over: TypedFields) =>
    errorsOf({ ...toFields(whole, piece(part), today), ...over }, whole, piece(part));

  test("stand at their fields, each by its code", () => {
    expect(wrong("facts", { kind: "", themes: [], lastConfirmed: "yesterday" })).toEqual({
      kind: "required",
      themes: "required",
      lastConfirmed: "not-a-date",
    });
    expect(wrong("facts", { kind: "nonsense", themes: ["networks", "nonsense"] })).toEqual({
      kind: "unknown-code",
      themes: "unknown-code",
    });
    expect(wrong("facts", { period: { start: "2024", end: "2010" } })).toEqual({ "period.end": "ends-before-start" });
    const rows: TypedFields[] = [
      { name: "A", roles: ["lead"], url: "javascript:alert(1)" },
      { name: "B", roles: [] },
    ];
    expect(wrong("people", { organisations: rows })).toEqual({
      "organisations.0.url": "not-an-address",
      "organisations.1.roles": "required",
    });
    const tooMany = Array.from({ length: 61 }, (_, at) => ({ url: `https://example.org/${at}` }));
    expect(wrong("sources", { links: tooMany })).toEqual({ links: "too-many" });
    expect(wrong("results", { obstacles: [{ code: "fear" }, { code: "fear" }] })).toEqual({ obstacles: "repeated" });
    const long = [{ code: "fear", met: { fr: "a".repeat(601) } }];
    expect(wrong("results", { obstacles: long })).toEqual({ "obstacles.0.met.fr": "too-long" });
    expect(wrong("results", { indicators: [{ label: {}, kind: "target", value: "a few" }] })).toEqual({
      "indicators.0.label": "required",
      "indicators.0.value": "not-a-number",
    });
  });

  test("at the fields of other parts are told apart", () => {
    const made = toPractice({ ...toFields(whole, piece("sources"), today), sources: [] }, whole, piece("sources"));
    expect(made).toEqual({ errors: {}, elsewhere: { "indicators.0.source": "unknown-source" } });
  });

  test("are all among those that have words", () => {
    fc.assert(
      fc.property(fc.constantFrom(...pieces), fc.string({ maxLength: 40, unit: "binary" }), (of, text) => {
        const fill = (typed: unknown): unknown =>
          typeof typed === "string"
            ? text
            : Array.isArray(typed)
              ? [...typed, text]
              : Object.fromEntries(Object.entries(typed as object).map(([name, one]) => [name, fill(one)]));
        for (const code of Object.values(errorsOf(fill(toFields(whole, of, today)) as TypedFields, whole, of)))
          expect(errorCodes).toContain(code);
      }),
    );
  });
});

describe("numbers and amounts", () => {
  const total = (typed: string, currency: string) =>
    toPractice({ funding: { currency, total: typed, lines: [] } }, whole, piece("money"));
  const minor = (typed: string, currency = "EUR") => {
    const made = total(typed, currency);
    return "practice" in made ? made.practice.funding.total : made.errors["funding.total"];
  };

  test("are read as people write them", () => {
    expect(minor("1234.5")).toBe(123450);
    expect(minor("1234,50")).toBe(123450);
    expect(minor("1 234 567")).toBe(123456700);
    expect(minor("1\u202f234,05")).toBe(123405);
    expect(minor("90071992547409.91")).toBe(Number.MAX_SAFE_INTEGER);
  });

  test("are refused rather than guessed at", () => {
    for (const typed of ["1.234,50", "12,345", "about 5", "-5", "1e3", "٣"])
      expect(minor(typed), typed).toBe("not-an-amount");
    expect(minor("99999999999999999")).toBe("out-of-range");
  });

  test("follow the decimals of their currency", () => {
    expect(minor("1500", "ISK")).toBe(1500);
    expect(minor("1500.5", "ISK")).toBe("not-an-amount");
    expect(
      toFields(aPractice({ funding: { currency: "ISK", total: 7, lines: [] } }), piece("money"), today),
    ).toMatchObject({
      funding: { total: "7" },
    });
    expect(
      toFields(aPractice({ funding: { currency: "EUR", total: 7, lines: [] } }), piece("money"), today),
    ).toMatchObject({
      funding: { total: "0.07" },
    });
  });

  test("need a currency", () => {
    expect(total("12", "")).toMatchObject({ errors: { "funding.currency": "currency-missing" } });
  });
});

describe("rows", () => {
  const three = {
    links: [{ url: "https://a.example" }, { url: "https://b.example" }, { url: "https://c.example" }],
    sources: [],
  };
  const urls = (typed: TypedFields) => (typed.links as TypedFields[]).map(({ url }) => url);
  const of = piece("sources");

  test("come one by one at the end, up to the limit, and go away again while nothing stands in them", () => {
    const more = changeRows(three, of, readRowChange("add:links"));
    expect(more.links).toHaveLength(4);
    expect(withoutBlankRows(sent(more, of), of)).toEqual(sent(three, of));
    const full = { links: Array.from({ length: 60 }, () => ({ url: "https://a.example" })), sources: [] };
    expect(changeRows(full, of, readRowChange("add:links")).links).toHaveLength(60);
  });

  test("move up, and stay where there is nothing above", () => {
    expect(urls(changeRows(three, of, readRowChange("up:links.2")))).toEqual([
      ...["https://a.example", "https://c.example", "https://b.example"],
    ]);
    expect(changeRows(three, of, readRowChange("up:links.0"))).toEqual(three);
    expect(changeRows(three, of, readRowChange("up:links.9"))).toEqual(three);
  });

  test("are taken away where they are ticked, whichever button is pressed", () => {
    const ticked = { links: three.links.map((row, at) => (at === 1 ? { ...row, remove: "yes" } : row)), sources: [] };
    expect(urls(changeRows(ticked, of))).toEqual(["https://a.example", "https://c.example"]);
    expect(urls(changeRows(ticked, of, readRowChange("up:links.2")))).toEqual([
      "https://a.example",
      "https://c.example",
    ]);
  });

  test("have rows of their own", () => {
    const typed = { indicators: [{ kind: "target", breakdown: [] }], obstacles: [], awards: [], outputs: [] };
    const more = changeRows(typed, piece("results"), readRowChange("add:indicators.0.breakdown"));
    expect(more).toMatchObject({ indicators: [{ kind: "target", breakdown: [{}] }] });
  });

  test("of places take over what was chosen from the gazetteer, and nothing that is no choice", () => {
    const found = foundValue({ name: "Arles", country: "FR", latitude: 43.67, longitude: 4.63 });
    const choose = (value: string) =>
      changeRows({ places: [{ name: "arl", role: "seat", found: value }] }, piece("places")).places;
    expect(choose(found)).toEqual([
      { name: "Arles", role: "seat", country: "FR", latitude: "43.67", longitude: "4.63" },
    ]);
    for (const hostile of ["{}", "[1]", "null", "nonsense", '["a"'])
      expect(choose(hostile)).toEqual([{ name: "arl", role: "seat" }]);
  });

  test("are asked for by known words only", () => {
    for (const intent of ["save", "add:", "drop:links", "add:__proto__", "add:links[0]", "add:a b", ""])
      expect(readRowChange(intent)).toBeUndefined();
  });
});

describe("which part is edited", () => {
  test("is the one asked for, else the texts of the original", () => {
    expect(readPiece({ part: "money", text: "sv" }, "it")).toEqual({ part: "money", text: "sv" });
    expect(readPiece({ part: ["x"], text: "xx" }, "sv")).toEqual({ part: "texts", text: "sv" });
  });

  test("is known for every path that a revision can name", () => {
    expect(pieceOf("texts.fr.summary", "it")).toEqual({ part: "texts", text: "fr" });
    expect(pieceOf("funding", "it").part).toBe("money");
    for (const path of Object.keys(whole).filter((name) => !["texts", "contacts"].includes(name)))
      expect(Object.keys(fieldsOf(pieceOf(path, "it")))).toContain(path);
  });
});

test("10,000 forms that nobody would send are read without a crash, and whatever they make is a practice", () => {
  const steps = ["texts", "it", "sections", "organisations", "places", "indicators", "breakdown", "0", "1", "00", "-1"];
  const more = [
    "name",
    "order",
    "remove",
    "found",
    "note",
    "funding",
    "lines",
    "total",
    "currency",
    "__proto__",
    "constructor",
  ];
  const name = fc.array(fc.constantFrom(...steps, ...more), { minLength: 1, maxLength: 5 }).map((all) => all.join("."));
  const own = fc.constantFrom(
    ...pieces.flatMap((of) => toPosted(toFields(whole, of, today), of).map(([field]) => field)),
  );
  const value = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.constantFrom(
      "0",
      "1",
      "61",
      "yes",
      "it",
      "<script>alert(1)</script>",
      "\u0000",
      "1e999",
      "[[[[",
      "9".repeat(400),
    ),
  );
  const intent = fc.oneof(
    fc.constantFrom("add:links", "up:places.1", "find:places.0", "add:indicators.0.breakdown"),
    fc.string(),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...pieces),
      fc.array(fc.tuple(fc.oneof(own, name), value), { maxLength: 40 }),
      intent,
      (of, pairs, button) => {
        const data = new FormData();
        for (const pair of pairs) data.append(...pair);
        const typed = withoutBlankRows(changeRows(readFields(data, of), of, readRowChange(button)), of);
        const made = toPractice(typed, whole, of);
        if ("practice" in made) expect(practiceInput.safeParse(made.practice).success).toBe(true);
        else expect(Object.keys({ ...made.errors, ...made.elsewhere })).not.toEqual([]);
      },
    ),
    { numRuns: 10_000 },
  );
}, 120_000);

describe("two changes of one practice", () => {
  const base = aPractice({
    texts: {
      it: { title: "Bussola digitale", sections: { summary: "In breve." }, provenance: written },
      fr: { title: "Boussole", sections: { summary: "En bref." }, provenance: { ...written, origin: "translation" } },
    },
  });
  const without = (practice: PracticeInput): PracticeInput => ({ ...practice, texts: { it: practice.texts.it } });
  const withSection = (practice: PracticeInput, locale: "it" | "fr", costs: string): PracticeInput => {
    const text = practice.texts[locale];
    if (!text) throw new Error(locale);
    return {
      ...practice,
      texts: { ...practice.texts, [locale]: { ...text, sections: { ...text.sections, costs } } },
    };
  };

  test("go together where they are of different fields, in one language or two", () => {
    const merged = merge(base, withSection(base, "it", "Poco."), withSection(base, "fr", "Peu."));
    expect(merged).toMatchObject({ clashing: [], theirs: ["texts.fr.costs"] });
    expect(merged.practice).toEqual(withSection(withSection(base, "it", "Poco."), "fr", "Peu."));
    expect(merge(base, without(base), withSection(base, "it", "Poco.")).clashing).toEqual([]);
    expect(merge(base, without(base), without(base))).toMatchObject({ clashing: [], practice: without(base) });
  });

  test("clash where both change a field otherwise", () => {
    const merged = merge(base, withSection(base, "it", "Poco."), withSection(base, "it", "Molto."));
    expect(merged.clashing).toEqual(["texts.it.costs"]);
    expect(merged.practice).toEqual(withSection(base, "it", "Poco."));
  });

  test("clash where I take away a text that the other has written in: nothing of theirs goes unseen", () => {
    const merged = merge(base, without(base), withSection(base, "fr", "Peu."));
    expect(merged.clashing).toContain("texts.fr.costs");
    expect(merged.practice).toEqual(without(base));
  });

  test("clash where I write in a text that the other takes away: nothing of mine goes unseen", () => {
    const mine = withSection(base, "fr", "Peu.");
    const merged = merge(base, mine, without(base));
    expect(merged.clashing).toEqual(["texts.fr.costs"]);
    expect(merged.practice).toEqual(mine);
  });
});
