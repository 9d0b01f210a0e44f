import fc from "fast-check";
import { expect, test } from "vitest";
import { locales } from "../../lib/i18n/locales.ts";
import { negotiateLocale } from "../../lib/i18n/negotiate.ts";

test.each([
  ["it", "it"],
  ["fr-CA,fr;q=0.9", "fr"],
  ["SV-se", "sv"],
  ["sv-FI", "sv"],
  ["en-US,en;q=0.9,it;q=0.8", "en"],
  ["de-DE,de;q=0.9,it;q=0.5,en;q=0.4", "it"],
  ["it;q=0.2, fr;q=0.8, en;q=0.1", "fr"],
  ["sv;q=0.5,it;q=0.9", "it"],
])("a browser that asks for %s gets %s", (header, locale) => {
  expect(negotiateLocale(header)).toBe(locale);
});

test.each(["", "de", "nb", "es,pt;q=0.5", "*", "fr;q=0", "x", "-", "en-", "it_IT", "ja;q=oops", "\u0000"])(
  "%j matches nothing: English",
  (header) => {
    expect(negotiateLocale(header)).toBe("en");
  },
);

test("without the header it is English", () => {
  expect(negotiateLocale(undefined)).toBe("en");
  expect(negotiateLocale(null)).toBe("en");
});

test("no header whatever causes an error", () => {
  const tag = fc.oneof(fc.string(), fc.constantFrom("it", "sv-SE", "zh-Hant-TW", "x-private", "und", "i-klingon"));
  const header = fc
    .array(fc.tuple(tag, fc.constantFrom("", ";q=0.3", ";q=", ";q=-1", ";level=1")))
    .map((parts) => parts.map((part) => part.join("")).join(","));
  fc.assert(
    fc.property(header, (written) => {
      expect(locales).toContain(negotiateLocale(written));
    }),
    { numRuns: 300 },
  );
});
