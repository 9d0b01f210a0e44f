import { describe, expect, test } from "vitest";
import { parsePracticeFiles, parsePracticeLines, splitSections } from "../../lib/practice/content.ts";
import { draft } from "../support/practices.ts";

const record = "kind: practice\noriginalLocale: it\ncountries: [IT]\nthemes: [networks]\n";
const text = (head = "title: Bussola", body = "## summary\n\nUna bussola.") =>
  `---\n${head}\nprovenance: { origin: original, writtenOn: "2026-01-15" }\n---\n\n${body}\n`;
const errorsOf = (files: { record?: string; texts?: Record<string, string> }) => {
  const result = parsePracticeFiles({ id: "bussola", record, texts: { it: text() }, ...files });
  return "errors" in result ? result.errors : [];
};

describe("the files of a practice", () => {
  test("make the practice, named by their folder", () => {
    const result = parsePracticeFiles({ id: "bussola", record, texts: { it: text(), en: text("title: Compass") } });
    expect(result).toMatchObject({
      practice: {
        id: "bussola",
        countries: ["IT"],
        texts: { it: { title: "Bussola", sections: { summary: "Una bussola." } }, en: { title: "Compass" } },
      },
    });
  });

  test("may end their lines as Windows does", () => {
    expect(errorsOf({ texts: { it: text().replaceAll("\n", "\r\n") } })).toEqual([]);
  });

  test("take their id from the folder and their sections from the headings, whatever they claim", () => {
    const result = parsePracticeFiles({
      id: "bussola",
      record: `${record}id: other\ntexts: {}\n`,
      texts: { it: text("title: Bussola\nsections: { summary: no }") },
    });
    expect(result).toMatchObject({
      practice: { id: "bussola", texts: { it: { sections: { summary: "Una bussola." } } } },
    });
  });

  test("are told apart in errors: which file, which field, why", () => {
    const errors = errorsOf({
      record: record.replace("IT", "XX"),
      texts: { it: text("title: ''"), sv: text("title: Kompass\nslug: Å ä") },
    });
    expect(errors).toEqual([
      { file: "content/practices/bussola/it.md", field: "title", code: "required" },
      { file: "content/practices/bussola/sv.md", field: "slug", code: "not-a-slug" },
      { file: "content/practices/bussola/record.yaml", field: "countries.0", code: "unknown-code" },
    ]);
  });

  test("without the original's text say so of that file", () => {
    expect(errorsOf({ texts: { sv: text("title: Kompass") } })).toEqual([
      { file: "content/practices/bussola/it.md", field: "", code: "required" },
    ]);
  });

  test("that cannot be read at all are all named at once", () => {
    const errors = errorsOf({
      record: "kind: [",
      texts: { it: "no head", fr: text("title: T", "words before\n\n## summary\n\nx"), sv: text("title: [") },
    });
    expect(errors.map(({ file }) => file)).toEqual([
      "content/practices/bussola/it.md",
      "content/practices/bussola/fr.md",
      "content/practices/bussola/sv.md",
      "content/practices/bussola/record.yaml",
    ]);
    expect(errors.slice(0, 2).map(({ code }) => code)).toEqual(["no-front-matter", "text-before-heading"]);
  });

  test.each(["", "just words", "- a\n- list"])("whose record is %j are refused, not a crash", (odd) => {
    expect(errorsOf({ record: odd }).map(({ field }) => field)).toContain("kind");
  });

  test("with a section that is not known are refused", () => {
    const errors = errorsOf({ texts: { it: text("title: T", "## resultats\n\nx") } });
    expect(errors).toEqual([
      { file: "content/practices/bussola/it.md", field: "sections", code: 'Unrecognized key: "resultats"' },
    ]);
  });
});

describe("the sections of a text", () => {
  test("go from one heading of the second level to the next", () => {
    expect(splitSections("## summary\n\nA.\n\n### small\n\nB.\n\n## costs\n\n- C ## D")).toEqual({
      summary: "A.\n\n### small\n\nB.",
      costs: "- C ## D",
    });
    expect(splitSections("")).toEqual({});
  });

  test("each stand there once, with nothing before the first", () => {
    expect(() => splitSections("## summary\n\nA.\n\n## summary\n\nB.")).toThrow("repeated-heading");
    expect(() => splitSections("A.\n\n## summary\n\nB.")).toThrow("text-before-heading");
  });
});

describe("a file of JSON lines", () => {
  const good = JSON.stringify(draft());

  test("holds a practice a line; empty lines hold none", () => {
    const { practices, errors } = parsePracticeLines(`${good}\r\n\n  \n${good}\n`);
    expect(errors).toEqual([]);
    expect(practices.map(({ texts }) => texts.it?.title)).toEqual(["Bussola digitale", "Bussola digitale"]);
    expect(parsePracticeLines("")).toEqual({ practices: [], errors: [] });
  });

  test("is told every error of every line, by the line's number from 1", () => {
    const bad = JSON.stringify({ ...draft(), countries: ["XX"], themes: [] });
    const { practices, errors } = parsePracticeLines(`${good}\n\n{"kind": \n${good}\n${bad}\n[]\nnull\n`);
    expect(practices).toHaveLength(2);
    expect(errors.slice(1, 3)).toEqual([
      { line: 5, field: "countries.0", code: "unknown-code" },
      { line: 5, field: "themes", code: "required" },
    ]);
    expect(errors[0]).toMatchObject({ line: 3, field: "", code: expect.stringMatching(/^not JSON \(.+\)$/) });
    expect(errors.slice(3)).toEqual([
      { line: 6, field: "", code: expect.stringContaining("expected object") },
      { line: 7, field: "", code: expect.stringContaining("expected object") },
    ]);
  });

  test("names a missing field of a text by its path", () => {
    const { errors } = parsePracticeLines(JSON.stringify({ ...draft(), texts: { it: { sections: {} } } }));
    expect(errors.map(({ line, field }) => [line, field])).toEqual([
      [1, "texts.it.title"],
      [1, "texts.it.provenance"],
    ]);
  });
});
