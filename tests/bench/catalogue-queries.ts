import type { Locale } from "../../lib/i18n/locales.ts";

// What is asked of the catalogue while it is measured: what people choose and type, in four languages.

/** Selections by filters alone, as a query string. */
export const filterSelections = {
  none: "",
  "one country": "country=IT",
  "theme and audience": "theme=e-services&audience=older-people",
  years: "from=2018&to=2020",
  "three filters": "country=FR&country=BE&theme=basic-skills&status=running",
  "four filters, page 3": "country=IT&audience=everyone&organisation=local-authority&plain=yes&page=3",
};

type Queries = Record<Locale, string[]>;

/** Texts by how many practices have them; the rare ones are names that the synthetic corpus has invented. */
export const catalogueQueries: Record<string, Queries> = {
  "frequent word": {
    it: ["computer", "servizi"],
    fr: ["numérique", "équipement"],
    sv: ["digital", "tjänster"],
    en: ["digital", "equipment"],
  },
  "frequent, two or three words": {
    it: ["competenze digitali", "smartphone persone anziane"],
    fr: ["compétences numériques", "ordinateur personnes âgées"],
    sv: ["digital kompetens", "mobil för äldre"],
    en: ["digital skills", "smartphone older people"],
  },
  "middling, one to three words": {
    it: ["password", "identità digitale migranti"],
    fr: ["imprimante", "identité numérique migrants"],
    sv: ["lösenord", "e-legitimation migranter"],
    en: ["password", "digital identity migrants"],
  },
  "rare, one to three words": {
    it: ["Torvano", "biblioteca Viltenetta"],
    fr: ["Vilnard", "médiathèque Villieu tablette"],
    sv: ["Österatorp", "bibliotek Österahult"],
    en: ["Woodaford", "library Woodacombe tablet"],
  },
  misspelt: {
    it: ["biblotecca", "competense digitalli"],
    fr: ["numerqiue", "mediateque ordinatuer"],
    sv: ["biblotek", "digtal komptens"],
    en: ["libary", "smarthpone oldr people"],
  },
  "a phrase": {
    it: ["“competenze digitali”"],
    fr: ["« compétences numériques »"],
    sv: ["”digital kompetens”"],
    en: ["“digital skills”"],
  },
  "with a minus": {
    it: ["computer -scuola"],
    fr: ["ordinateur -école"],
    sv: ["dator -skola"],
    en: ["computer -school"],
  },
};

/** Filters that stand beside a text. */
export const filtersBesideText: Record<Locale, string> = {
  it: "country=IT",
  fr: "theme=e-services&audience=older-people",
  sv: "from=2018&to=2020",
  en: "theme=basic-skills&status=running",
};
