import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { locales } from "../../lib/i18n/locales.ts";
import { before, terms } from "../../lib/retention/terms.ts";

const units = {
  it: { days: "giorni", months: "mesi" },
  fr: { days: "jours", months: "mois" },
  sv: { days: "dagar", months: "månader" },
  en: { days: "days", months: "months" },
};
const headings = {
  it: "Per quanto tempo conserviamo i dati",
  fr: "Combien de temps nous gardons vos données",
  sv: "Hur länge vi sparar uppgifterna",
  en: "How long we keep it",
};

describe("what the page on privacy says of how long things are kept", () => {
  test.each(locales)("is what is done, in %s", (locale) => {
    const file = join(import.meta.dirname, "..", "..", "content", "pages", "privacy", `${locale}.md`);
    const [, section = ""] = readFileSync(file, "utf8").split(`## ${headings[locale]}\n`);
    const [list = ""] = section.split("\n## ");
    const told = list
      .split("\n")
      .filter((line) => line.startsWith("- "))
      .map((line) => line.match(new RegExp(`\\d+\\s(?:${Object.values(units[locale]).join("|")})`, "gu")));
    const done = Object.values(terms).map((term) =>
      "days" in term ? `${term.days} ${units[locale].days}` : `${term.months} ${units[locale].months}`,
    );
    expect(told).toEqual(done.map((one) => [one]));
    // Said once more where the form for wishes is told of.
    expect(readFileSync(file, "utf8").split(`${terms.wish.months} ${units[locale].months}`)).toHaveLength(3);
  });
});

describe("the moment a term before another", () => {
  const on = (day: string) => new Date(`${day}T10:00:00.000Z`);

  test.each([
    ["2026-11-22", { days: 180 }, "2026-05-26"],
    ["2026-03-01", { days: 1 }, "2026-02-28"],
    ["2026-11-22", { months: 24 }, "2024-11-22"],
    ["2026-03-31", { months: 1 }, "2026-02-28"],
    ["2028-02-29", { months: 12 }, "2027-02-28"],
    ["2026-01-15", { months: 1 }, "2025-12-15"],
  ])("is of the same hour: %s, %o", (now, term, then) => {
    expect(before(on(now), term)).toEqual(on(then));
  });
});
