import { isLocale, type Locale, locales } from "./locales.ts";

// The words of every address, and the folder of app/[locale] that answers there.

type Route = { folder: string; words: Record<Locale, string> };

const everywhere = (word: string) => ({ it: word, fr: word, sv: word, en: word });

export const routes = {
  home: { folder: "", words: everywhere("") },
  catalogue: {
    folder: "good-practices",
    words: { it: "buone-pratiche", fr: "bonnes-pratiques", sv: "goda-exempel", en: "good-practices" },
  },
  situation: {
    folder: "situation",
    words: { it: "situazione", fr: "situation", sv: "situation", en: "situation" },
  },
  obstacles: { folder: "obstacles", words: { it: "ostacoli", fr: "obstacles", sv: "hinder", en: "obstacles" } },
  compare: { folder: "compare", words: { it: "confronta", fr: "comparer", sv: "jamfor", en: "compare" } },
  map: { folder: "map", words: { it: "mappa", fr: "carte", sv: "karta", en: "map" } },
  statistics: {
    folder: "statistics",
    words: { it: "numeri", fr: "chiffres-cles", sv: "statistik", en: "statistics" },
  },
  glossary: { folder: "glossary", words: { it: "glossario", fr: "glossaire", sv: "ordlista", en: "glossary" } },
  news: { folder: "news", words: { it: "notizie", fr: "actualites", sv: "nyheter", en: "news" } },
  submit: { folder: "submit", words: { it: "proponi", fr: "proposer", sv: "skicka-in", en: "submit" } },
  ask: { folder: "ask", words: { it: "chiedi", fr: "demander", sv: "fraga", en: "ask" } },
  tried: { folder: "tried", words: { it: "provato", fr: "essaye", sv: "provat", en: "tried" } },
  barrier: {
    folder: "barrier",
    words: { it: "segnala-barriera", fr: "signaler-un-obstacle", sv: "rapportera-hinder", en: "report-barrier" },
  },
  wish: {
    folder: "wish",
    words: { it: "cosa-cercavi", fr: "ma-recherche", sv: "jag-letade-efter", en: "looking-for" },
  },
  sheet: {
    folder: "sheet",
    words: { it: "scheda-intervista", fr: "fiche-entretien", sv: "intervjublad", en: "interview-sheet" },
  },
  history: { folder: "history", words: { it: "cronologia", fr: "historique", sv: "historik", en: "history" } },
  contact: { folder: "contact", words: { it: "contatto", fr: "contact", sv: "kontakt", en: "contact" } },
  report: { folder: "report", words: { it: "segnala", fr: "signaler", sv: "rapportera", en: "report" } },
  word: {
    folder: "word",
    words: { it: "proponi-parola", fr: "proposer-un-mot", sv: "foresla-ord", en: "suggest-a-word" },
  },
  tip: { folder: "tip", words: { it: "segnala-bando", fr: "signaler-un-appel", sv: "tipsa", en: "tell-us" } },
  desk: { folder: "desk", words: { it: "redazione", fr: "redaction", sv: "redaktion", en: "desk" } },
  about: {
    folder: "pages/about",
    words: { it: "che-cos-e-ponte", fr: "a-propos", sv: "om-ponte", en: "about" },
  },
  moderation: {
    folder: "pages/moderation",
    words: { it: "come-moderiamo", fr: "comment-nous-moderons", sv: "sa-granskar-vi", en: "how-we-moderate" },
  },
  accessibility: {
    folder: "pages/accessibility",
    words: { it: "accessibilita", fr: "accessibilite", sv: "tillganglighet", en: "accessibility" },
  },
  privacy: {
    folder: "pages/privacy",
    words: { it: "privacy-e-note-legali", fr: "confidentialite", sv: "integritet", en: "privacy" },
  },
  "open-data": {
    folder: "pages/open-data",
    words: { it: "dati-aperti", fr: "donnees-ouvertes", sv: "oppna-data", en: "open-data" },
  },
} as const satisfies Record<string, Route>;

export type Page = keyof typeof routes;
const pages = Object.keys(routes) as Page[];

/** Pages with forms: made for one reader, never kept. */
export const formPages: readonly Page[] = [
  ...(["submit", "ask", "tried", "barrier", "wish", "contact", "report", "word", "tip", "desk"] as const),
];

/** The pages about Ponte itself, whose text stands in content/pages. */
export const aboutPages = ["about", "moderation", "accessibility", "privacy", "open-data"] as const satisfies Page[];
export type AboutPage = (typeof aboutPages)[number];

/** The path of a page in a language, with further segments (a slug) below it: `/it/buone-pratiche/caban`. */
export function pathTo(locale: Locale, page: Page, ...below: string[]): string {
  return ["", locale, routes[page].words[locale], ...below.map(encodeURIComponent)]
    .filter((segment, at) => at === 0 || segment !== "")
    .join("/");
}

/** Which page a path names, if it names one in its own language's words. Total: never throws. */
export function readPath(pathname: string): { locale: Locale; page: Page; below: string[] } | undefined {
  const [, locale, word = "", ...below] = pathname.split("/");
  if (!isLocale(locale)) return undefined;
  const page = pages.find((name) => routes[name].words[locale] === word);
  if (!page || (page === "home" && below.length > 0)) return undefined;
  return { locale, page, below };
}

/** For next.config: every localised path, led to the folder that answers it. */
export function rewrites(): { source: string; destination: string }[] {
  return pages.flatMap((page) =>
    locales
      .filter((locale) => routes[page].words[locale] !== routes[page].folder)
      .map((locale) => ({
        source: `/${locale}/${routes[page].words[locale]}/:below*`,
        destination: `/${locale}/${routes[page].folder}/:below*`,
      })),
  );
}

/** For next.config: the right page under another language's words, or by its folder's name, moves (308) to its own. */
export function redirects(): { source: string; destination: string; permanent: true }[] {
  return pages.flatMap((page) =>
    locales.flatMap((locale) => {
      const own = routes[page].words[locale];
      const foreign = new Set<string>([...locales.map((other) => routes[page].words[other]), routes[page].folder]);
      foreign.delete(own);
      return [...foreign].map((word) => ({
        source: `/${locale}/${word}/:below*`,
        destination: `/${locale}/${own}/:below*`,
        permanent: true as const,
      }));
    }),
  );
}
