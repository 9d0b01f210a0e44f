import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { canonicalAddress } from "../../lib/reading-pages.ts";
import { conceptFile } from "../../lib/search/thesaurus.ts";
import {
  answered,
  choices,
  formatSituation,
  parseSituation,
  questions,
  type Situation,
} from "../../lib/situation/situation.ts";

const read = (search: string) => parseSituation(new URLSearchParams(search));

describe("the choices", () => {
  const folder = join(import.meta.dirname, "..", "..", "content", "thesaurus");
  const concepts = readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .flatMap((name) => conceptFile.parse(parse(readFileSync(join(folder, name), "utf8"))));

  test.each(["person", "service"] as const)("of a %s are concepts of the thesaurus", (question) => {
    const ids = concepts.map(({ id }) => id);
    expect(choices[question].filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("of an obstacle each have a concept that means the same", () => {
    const codes = concepts.flatMap((one) => one.codes);
    expect(choices.obstacle.filter((code) => !codes.includes(`obstacle:${code}`))).toEqual([]);
  });

  test.each(questions)("of a %s are few enough to read, and each is there once", (question) => {
    expect(new Set(choices[question]).size).toBe(choices[question].length);
    expect(choices[question].length).toBeGreaterThanOrEqual(12);
    expect(choices[question].length).toBeLessThanOrEqual(16);
  });
});

describe("the address of a situation", () => {
  test("holds up to three choices", () => {
    expect(read("person=older-people&service=health-record&obstacle=no-device")).toEqual({
      situation: { person: "older-people", service: "health-record", obstacle: "no-device" },
      ignored: [],
    });
    expect(read("service=tax").situation).toEqual({ service: "tax" });
    expect(read("")).toEqual({ situation: {}, ignored: [] });
  });

  test("may leave a question empty, as the form sends it", () => {
    expect(read("person=&service=tax&obstacle=")).toEqual({ situation: { service: "tax" }, ignored: [] });
  });

  test("says what it does not know, and keeps the rest", () => {
    expect(read("person=pirates&service=tax&service=bank&obstacle=project-money&q=x")).toEqual({
      situation: { service: "tax" },
      ignored: [
        { name: "person", value: "pirates" },
        { name: "service", value: "bank" },
        { name: "obstacle", value: "project-money" },
      ],
    });
  });

  test("is read back as it was written, whatever was chosen", () => {
    const oneOf = <T extends string>(from: readonly T[]) => fc.option(fc.constantFrom(...from), { nil: undefined });
    const situations = fc.record({
      person: oneOf(choices.person),
      service: oneOf(choices.service),
      obstacle: oneOf(choices.obstacle),
    });
    fc.assert(
      fc.property(situations, (situation: Situation) => {
        const { situation: again, ignored } = read(formatSituation(situation));
        expect({ person: undefined, service: undefined, obstacle: undefined, ...again }).toEqual(situation);
        expect(ignored).toEqual([]);
        expect(answered(again)).toEqual(questions.filter((question) => situation[question]));
      }),
    );
  });

  test("is read without an error, whatever it holds", () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (search) => {
        expect(() => read(search)).not.toThrow();
      }),
    );
  });

  test.each([
    ["/en/situation?person=&service=&obstacle=", "/en/situation"],
    ["/en/situation?obstacle=fear&person=families", "/en/situation?person=families&obstacle=fear"],
    ["/it/situazione?service=tax&service=tax&utm_source=mail", "/it/situazione?service=tax"],
    ["/sv/situation?service=magic&person=", "/sv/situation?service=magic&person="],
  ])("%s has the one form %s", (address, one) => {
    expect(canonicalAddress(address)).toBe(one);
  });
});
