import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Filters,
  facetCodes,
  facetNames,
  formatFilters,
  isFiltered,
  longestQuery,
  noFilters,
  parseFilters,
  toggle,
} from "../../lib/practice/filters.ts";

const parse = (search: string) => parseFilters(new URLSearchParams(search));
const canonical = (search: string) => formatFilters(parse(search).filters);

/** Any text that can be typed or forged: every UTF-16 code unit, so NUL and lone surrogates too. */
const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0, 0x20, 0xd800, 0xdfff, 0x2028, 0xfffe)))
  .map((units) => String.fromCharCode(...units));

const names = [...facetNames, "q", "from", "to", "sort", "page"] as const;
const likelyValue = fc.constantFrom(
  ...[
    "IT",
    "SE",
    "it",
    "networks",
    "helpers",
    "association",
    "ended",
    "monitored",
    "yes",
    "1999",
    "2010",
    "2050",
    "0",
    "-1",
  ],
  ...["relevance", "newest", "oldest", "title", "1", "2", "007", "1e3", "", " IT ", "ateliers numériques"],
);
const anySearch = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom(...names), anyText), fc.oneof(likelyValue, anyText)), { maxLength: 12 })
  .map((pairs) => new URLSearchParams(pairs));

const typedQuery = fc
  .string({ unit: "grapheme", maxLength: 60 })
  .map((text) => text.replace(/[\p{Cc}\s]+/gu, " ").trim());

const canonicalFilters: fc.Arbitrary<Filters> = fc
  .record({
    q: typedQuery,
    country: fc.subarray([...facetCodes.country]),
    theme: fc.subarray([...facetCodes.theme]),
    audience: fc.subarray([...facetCodes.audience]),
    organisation: fc.subarray([...facetCodes.organisation]),
    status: fc.subarray([...facetCodes.status]),
    evidence: fc.subarray([...facetCodes.evidence]),
    plain: fc.subarray([...facetCodes.plain]),
    obstacle: fc.subarray([...facetCodes.obstacle]),
    years: fc.tuple(fc.option(fc.integer({ min: 1900, max: 2199 })), fc.option(fc.integer({ min: 1900, max: 2199 }))),
    sort: fc.constantFrom("relevance", "newest", "oldest", "title"),
    page: fc.integer({ min: 1, max: 9_999_999 }),
  })
  .map(({ years, ...rest }) => {
    const known = years.filter((year) => year !== null).sort((a, b) => a - b);
    const [from, to] = known.length === 2 ? known : [years[0] ?? undefined, years[1] ?? undefined];
    const facets = Object.fromEntries(facetNames.map((name) => [name, [...rest[name]].sort()]));
    return {
      ...rest,
      ...facets,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      sort: rest.sort === "relevance" && !rest.q ? "newest" : rest.sort,
    } as Filters;
  });

describe("an address and the filters it stands for", () => {
  test("say the same: filters written as an address are read back equal, with nothing set aside", () => {
    fc.assert(
      fc.property(canonicalFilters, (filters) => {
        expect(parse(formatFilters(filters))).toEqual({ filters, ignored: [] });
      }),
    );
  });

  test("whatever is written in an address is read without an error and has one canonical form", () => {
    fc.assert(
      fc.property(anySearch, (params) => {
        const { filters } = parseFilters(params);
        const once = formatFilters(filters);
        expect(parse(once)).toEqual({ filters, ignored: [] });
        expect(canonical(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  test("a raw search text of any bytes is read without an error", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = canonical(text);
        expect(canonical(once)).toBe(once);
      }),
    );
  });

  test("the search text that reaches the database never holds a control character or half a letter", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { q } = parseFilters(new URLSearchParams([["q", text]])).filters;
        expect(q).not.toMatch(/\p{Cc}/u);
        expect(q.isWellFormed()).toBe(true);
        expect([...q].length).toBeLessThanOrEqual(longestQuery);
      }),
    );
    expect(parse("q=a%00b%0Ac").filters.q).toBe("a b c");
  });
});

describe("the canonical form", () => {
  test("puts names in their one order, sorts values, and drops repetitions, defaults and empties", () => {
    const written =
      "page=1&to=2020&from=2010&plain=yes&evidence=monitored&status=ended&organisation=&audience=rural&audience=adults" +
      "&audience=rural&theme=networks&country=SE&country=IT&q=+bibliotek++sal+&sort=relevance&utm_source=mail";
    expect(canonical(written)).toBe(
      "q=bibliotek+sal&country=IT&country=SE&theme=networks&audience=adults&audience=rural" +
        "&status=ended&evidence=monitored&plain=yes&from=2010&to=2020",
    );
  });

  test("of the whole catalogue is empty", () => {
    expect(formatFilters(noFilters)).toBe("");
    expect(canonical("sort=newest&page=1&q=&country=")).toBe("");
  });
});

describe("a value that is not known", () => {
  test("is left out and named, and the known ones beside it count", () => {
    const { filters, ignored } = parse("country=IT&country=XX&theme=magic&status=Ended&evidence=monitored");
    expect(filters).toEqual({ ...noFilters, country: ["IT"], evidence: ["monitored"] });
    expect(ignored).toEqual([
      { name: "country", value: "XX" },
      { name: "theme", value: "magic" },
      { name: "status", value: "Ended" },
    ]);
  });

  test("is named once, however often it stands there, and cut where it is endless", () => {
    const { ignored } = parse(`theme=magic&theme=magic&country=${"x".repeat(5000)}`);
    expect(ignored).toEqual([
      { name: "country", value: "x".repeat(80) },
      { name: "theme", value: "magic" },
    ]);
  });

  test("of the filter for plain words is everything but yes", () => {
    expect(parse("plain=yes").filters).toEqual({ ...noFilters, plain: ["yes"] });
    for (const value of ["no", "true", "1", "YES"])
      expect(parse(`plain=${value}`)).toEqual({ filters: noFilters, ignored: [{ name: "plain", value }] });
  });

  test("of the name of an object's own property is not taken for a code", () => {
    expect(parse("theme=constructor&country=__proto__").filters).toEqual(noFilters);
  });

  test("a search text that is too long is set aside, one of just the longest length is used", () => {
    const longest = "å".repeat(longestQuery);
    expect(parse(`q=${longest}`)).toEqual({ filters: { ...noFilters, q: longest, sort: "relevance" }, ignored: [] });
    const { filters, ignored } = parse(`q=${longest}x`);
    expect(filters).toEqual(noFilters);
    expect(ignored).toEqual([{ name: "q", value: "å".repeat(80) }]);
  });
});

describe("years", () => {
  test.each([
    ["from=2010&to=2010", { from: 2010, to: 2010 }],
    ["from=1900", { from: 1900 }],
    ["to=2199", { to: 2199 }],
    ["from=+2010+", { from: 2010 }],
    ["from=", {}],
  ])("%s is read", (search, years) => {
    expect(parse(search)).toEqual({ filters: { ...noFilters, ...years }, ignored: [] });
  });

  test.each(["1899", "2200", "20100", "10", "2010.5", "2010-05", "abcd", "٢٠١٠"])("%s is set aside", (year) => {
    expect(parse(`from=${year}`)).toEqual({ filters: noFilters, ignored: [{ name: "from", value: year }] });
  });

  test("an end before the start is set aside, and the start stays", () => {
    expect(parse("from=2020&to=2010")).toEqual({
      filters: { ...noFilters, from: 2020 },
      ignored: [{ name: "to", value: "2010" }],
    });
  });
});

describe("the page", () => {
  test.each(["0", "-1", "01", "1.5", "99999999", "two", "1e3"])("%s is set aside: it is the first page", (page) => {
    expect(parse(`page=${page}`)).toEqual({ filters: noFilters, ignored: [{ name: "page", value: page }] });
  });

  test("a number is the page", () => {
    expect(parse("page=12").filters.page).toBe(12);
    expect(canonical("page=12")).toBe("page=12");
  });
});

describe("the order", () => {
  test("is by relevance with a search text and newest first without, and neither is written out", () => {
    expect(parse("q=caban").filters.sort).toBe("relevance");
    expect(parse("").filters.sort).toBe("newest");
    expect(canonical("q=caban&sort=relevance")).toBe("q=caban");
    expect(canonical("sort=newest")).toBe("");
  });

  test("newest first with a search text, and oldest first or by title without, are written out", () => {
    expect(canonical("q=caban&sort=newest")).toBe("q=caban&sort=newest");
    expect(canonical("sort=oldest")).toBe("sort=oldest");
    expect(canonical("sort=title")).toBe("sort=title");
  });

  test("by relevance of nothing is newest first", () => {
    expect(parse("sort=relevance").filters.sort).toBe("newest");
    expect(canonical("sort=relevance")).toBe("");
  });

  test("one that is not known is set aside", () => {
    expect(parse("sort=random")).toEqual({ filters: noFilters, ignored: [{ name: "sort", value: "random" }] });
  });
});

describe("switching one value", () => {
  test("on and off again leads back, to the first page", () => {
    const { filters } = parse("theme=networks&page=3");
    const on = toggle(filters, "theme", "e-services");
    expect(formatFilters(on)).toBe("theme=e-services&theme=networks");
    expect(formatFilters(toggle(on, "theme", "e-services"))).toBe("theme=networks");
  });

  test("keeps everything else as it was, and the filters it was asked of", () => {
    const { filters } = parse("q=rete&country=IT&from=2010&sort=title");
    expect(formatFilters(toggle(filters, "country", "FR"))).toBe("q=rete&country=FR&country=IT&from=2010&sort=title");
    expect(filters.country).toEqual(["IT"]);
  });

  test("always gives a canonical selection", () => {
    fc.assert(
      fc.property(canonicalFilters, fc.constantFrom(...facetCodes.theme), (filters, theme) => {
        const next = toggle(filters, "theme", theme);
        expect(parse(formatFilters(next)).filters).toEqual(next);
        expect(next.theme.includes(theme)).toBe(!filters.theme.includes(theme));
      }),
    );
  });
});

test("an order or a page alone is no selection, a search text or a year is", () => {
  expect(isFiltered(parse("sort=title&page=2").filters)).toBe(false);
  expect(isFiltered(parse("q=x").filters)).toBe(true);
  expect(isFiltered(parse("to=2020").filters)).toBe(true);
  expect(isFiltered(parse("evidence=described").filters)).toBe(true);
});
