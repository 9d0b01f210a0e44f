import type { Page } from "@playwright/test";

// Forms of the running site, as a page offers them, filled in as nobody would: what programs and mistakes send.

/** A form of a page: its fields with what stands in them, hidden ones included. */
export type FoundForm = { fields: { name: string; value: string; hidden: boolean; choices: string[] }[] };

/** Every form of the page that posts. */
export const formsOf = (page: Page): Promise<FoundForm[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLFormElement>("form")]
      .filter((form) => form.method.toLowerCase() === "post")
      .map((form) => ({
        fields: [...form.elements].flatMap((element) => {
          const field = element as HTMLInputElement;
          if (!field.name) return [];
          const options = element instanceof HTMLSelectElement ? [...element.options] : [field];
          const choices = options.map(({ value }) => value);
          return [{ name: field.name, value: field.value, hidden: field.type === "hidden", choices }];
        }),
      })),
  );

/** Whole numbers from 0 to below `most`, the same ones for the same seed (mulberry32). */
export function numbersFrom(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
  };
}

const odd = [
  ...["", " ", "\u0000", "\uFFFE", "\u202E", "a\r\nb", "0", "-1", "1e309", "NaN", "9".repeat(400), "2026-02-30"],
  ...["null", "undefined", "[object Object]", "__proto__", "constructor", "../../etc/passwd", "%00", "%", "{}", "[]"],
  ...['\'; drop table "Practice"; --', "<script>alert(1)</script>", `\${7*7}`, "{title}", "<b>{x}</b>", "\u{1F600}"],
  ...["𝒳".repeat(300), "x".repeat(60_000), "*".repeat(5_000), "> ".repeat(500), "[](".repeat(900), "é".repeat(2_000)],
  ...["https://example.org/?q=1", "javascript:alert(1)", "http://[::1]/", "a@b.c", "a@example.org\nBcc: b@example.org"],
];

/**
 * One filling-in of a form. Fields that lead to its action stay as they are, mostly; of everything else some are left
 * out, some doubled, some are files, and the rest are odd or what stood there.
 */
export function oddFilling({ fields }: FoundForm, next: (most: number) => number): FormData {
  const data = new FormData();
  for (const { name, value, hidden, choices } of fields) {
    if (name.startsWith("$ACTION")) {
      data.append(name, value);
      continue;
    }
    const roll = next(hidden ? 40 : 10);
    if (roll === 0) continue;
    if (roll === 1) data.append(name, new Blob(["a file"]), "file.txt");
    else if (roll < 5) data.append(name, odd[next(odd.length)] ?? "");
    else if (roll < 7) data.append(name, choices[next(choices.length)] ?? "");
    else data.append(name, value);
    if (next(20) === 0) data.append(name, odd[next(odd.length)] ?? "");
  }
  if (next(4) === 0) data.append(`field-${next(100)}`, odd[next(odd.length)] ?? "");
  return data;
}
