import { below, numbersFrom, oneOf, type Random } from "../../server/corpus/random.ts";

// What nobody means to type, and what somebody tries on purpose.

const times = (count: number, make: () => string, between = "") => Array.from({ length: count }, make).join(between);

const words = [
  "computer",
  "bibliotek",
  "numérique",
  "persone",
  "l’aiuto",
  "e-legitimation",
  "SPID",
  "äldre",
  "digital",
];
const emptyWords = ["the", "of", "di", "della", "les", "et", "och", "att", "en", "a", "il", "de", "som", "to"];
const marks = ['"', "“", "”", "«", "»", "„", "'", "’", "`", "´"];
const operators = ["&", "|", "!", "<->", "<2>", ":*", ":A", "(", ")", "\\", "AND", "OR", "NOT", "-", "+", "~"];
const wildcards = ["%", "_", "*", "?", "[a-z]", ".*", "^", "$", "{1,9999}"];
const rightToLeft = ["שלום", "מחשב", "مكتبة", "رقمي", "\u202e", "\u200f", "\u2067", "٣٤"];
const pictures = ["😀", "👩🏽‍💻", "🏳️‍🌈", "👨‍👩‍👧‍👦", "🇸🇪", "☎️", "\u200d", "\ufe0f"];
const injections = [
  '\'; drop table "Practice"; --',
  "' or 1=1 --",
  "$1",
  "#{q}",
  "{{7*7}}",
  "'::tsquery",
  "'#digital-skills'",
  "T#health:A",
  "sv:bibliotek",
  "\\'",
  "E'\\x00'",
  "<script>alert(1)</script>",
  "../../etc/passwd",
  "%00%27",
  "pg_sleep(10)",
];
const otherScripts = [
  "Ω",
  "βιβλιοθήκη",
  "библиотека",
  "図書館",
  "도서관",
  "ﬁ",
  "ＡＢＣ",
  "Ⅷ",
  "ß",
  "İ",
  "ı",
  "ǅ",
  "e\u0301\u0301\u0301",
];
const invisible = ["\u00ad", "\u200b", "\ufeff", "\u2028", "\u00a0", "\u3000", "\u0085", "\uffff", "\u{10ffff}"];

const kinds: ((random: Random) => string)[] = [
  (random) => times(1 + below(random, 9), () => oneOf(random, marks) + oneOf(random, ["", " ", ...words])),
  (random) => times(1 + below(random, 12), () => oneOf(random, [...operators, ...words]), oneOf(random, ["", " "])),
  (random) =>
    times(1 + below(random, 20), () => String.fromCharCode(below(random, 32)) + oneOf(random, ["", ...words])),
  (random) => times(1 + below(random, 6), () => oneOf(random, rightToLeft), oneOf(random, ["", " "])),
  (random) => times(1 + below(random, 6), () => oneOf(random, pictures), oneOf(random, ["", " "])),
  (random) => times(200 + below(random, 2000), () => oneOf(random, words), " ").slice(0, 10_240),
  (random) => `${oneOf(random, words)}\0${oneOf(random, words)}\0`,
  (random) => oneOf(random, words) + oneOf(random, ["\ud800", "\udfff", "\udc00\ud800"]) + oneOf(random, words),
  (random) => times(oneOf(random, [3, 90, 199, 5000]), () => "-"),
  (random) => times(1 + below(random, 66), () => `-${oneOf(random, ["", "a", ...emptyWords])}`, " "),
  (random) => times(1 + below(random, 40), () => oneOf(random, emptyWords), " "),
  (random) => times(1 + below(random, 9), () => oneOf(random, [...wildcards, ...words]), oneOf(random, ["", " "])),
  (random) => times(1 + below(random, 4), () => oneOf(random, injections), " "),
  (random) => times(1 + below(random, 9), () => oneOf(random, otherScripts), oneOf(random, ["", " "])),
  (random) => times(1 + below(random, 9), () => oneOf(random, invisible) + oneOf(random, ["", ...words])),
  (random) =>
    times(100, () => String.fromCharCode(97 + below(random, 26)), oneOf(random, ["", " ", "-", "’"])).slice(0, 200),
  (random) => times(20, () => oneOf(random, words), oneOf(random, [" ", "-", "' '", ", "])).slice(0, 200),
  (random) => times(1 + below(random, 40), () => String(below(random, 100_000)), oneOf(random, ["", " ", ".", "-"])),
  (random) => times(1 + below(random, 200), () => String.fromCharCode(below(random, 0x10000))),
  (random) =>
    oneOf(random, words).slice(0, 3) + times(below(random, 190), () => oneOf(random, ["x", "å", "ss", "tion"])),
  () => " \t\n ",
  () => "",
];

/** Odd texts, the same ones for the same seed: of one kind or of several at once; most of them short enough to be read. */
export function oddQueries(count: number, seed: number): string[] {
  return Array.from({ length: count }, (_, number) => {
    const random = numbersFrom(seed, number);
    const text = times(oneOf(random, [1, 1, 1, 2, 3]), () => oneOf(random, kinds)(random), oneOf(random, ["", " "]));
    return random() < 0.7 ? text.slice(0, 200) : text;
  });
}
