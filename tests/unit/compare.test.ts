import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fewest, formatComparison, most, parseComparison } from "../../lib/compare/compare.ts";
import { canonicalAddress } from "../../lib/reading-pages.ts";

const read = (search: string) => parseComparison(new URLSearchParams(search));

describe("the address of a comparison", () => {
  test("names practices in the order given, each once", () => {
    expect(read("practice=toscana&practice=caban&practice=toscana&practice=+arles+&practice=")).toEqual({
      ids: ["toscana", "caban", "arles"],
      setAside: [],
    });
    expect(read("")).toEqual({ ids: [], setAside: [] });
    expect(read("practise=caban&id=arles")).toEqual({ ids: [], setAside: [] });
  });

  test("sets aside, and names, what is no practice's id", () => {
    const long = "x".repeat(200);
    expect(read(`practice=Caban&practice=ab&practice=caban&practice=${long}&practice=a/b`)).toEqual({
      ids: ["caban"],
      setAside: [
        { value: "Caban", why: "unknown" },
        { value: "ab", why: "unknown" },
        { value: "x".repeat(80), why: "unknown" },
        { value: "a/b", why: "unknown" },
      ],
    });
  });

  test("has room for four; a fifth is set aside, one that is there already is not", () => {
    expect([fewest, most]).toEqual([2, 4]);
    expect(read("practice=aaa&practice=bbb&practice=ccc&practice=ddd&practice=aaa&practice=eee")).toEqual({
      ids: ["aaa", "bbb", "ccc", "ddd"],
      setAside: [{ value: "eee", why: "too-many" }],
    });
  });

  test("is read without an error, whatever it holds, and what is read comes back as it was", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), (values) => {
        const { ids, setAside } = parseComparison(new URLSearchParams(values.map((value) => ["practice", value])));
        expect(ids.length).toBeLessThanOrEqual(most);
        expect(read(formatComparison(ids))).toEqual({ ids, setAside: [] });
        for (const { value } of setAside) expect(value.isWellFormed()).toBe(true);
      }),
    );
  });

  test.each([
    ["/en/compare?practice=toscana&practice=caban", "/en/compare?practice=toscana&practice=caban"],
    ["/en/compare?practice=toscana&practice=toscana&utm_source=mail", "/en/compare?practice=toscana"],
    ["/sv/jamfor?practice=&x=y", "/sv/jamfor"],
    ["/fr/comparer/below?practice=caban", "/fr/comparer/below"],
    ["/it/confronta?practice=%3F&x=y", "/it/confronta?practice=%3F&x=y"],
    ["/en/news?practice=caban", "/en/news"],
  ])("of %s has one form: %s", (address, one) => {
    expect(canonicalAddress(address)).toBe(one);
    expect(canonicalAddress(one)).toBe(one);
  });
});
