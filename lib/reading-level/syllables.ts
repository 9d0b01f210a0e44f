import { syllable } from "syllable";

/**
 * The syllables of an English word, by the rules and the word list of the package `syllable`.
 * @returns at least 1: a figure or an abbreviation counts as one syllable, as Flesch counts it
 */
export const englishSyllables = (word: string): number => Math.max(1, syllable(word));

const stemsInM =
  "sèm form ferm firm nomm somm gramm dorm charm calm alarm film rythm chôm blâm parfum résum consum assum clam anim " +
  "prim estim intim légitim expérim entam";
/** Verbs in the plural whose stem ends in m: their -ment is mute. Every other one is heard (moment, rapidement). */
const verbInMent = new RegExp(`(?:^aim|${stemsInM.replaceAll(" ", "|")})ent$`);

/** Words in -ent that are no such verb, so that the ending is heard. In the plural it always is: no verb takes an s. */
const heardEnt = new Set(
  (
    "absent accent accident adhérent adolescent affluent agent antécédent apparent ardent argent auvent avent " +
    "belligérent cent client cohérent compétent concurrent confluent consent conséquent content continent " +
    "contingent couvent décent dent détergent différent diligent divergent éloquent éminent équivalent évent " +
    "évident excédent excellent exigent expédient fréquent gent immanent imminent impertinent impotent " +
    "imprudent incident incohérent incompétent inconséquent inconvénient indécent indifférent indigent " +
    "indulgent influent inhérent innocent insolent intelligent intermittent jacent lent mécontent négligent " +
    "occident onguent opulent parent permanent pertinent polyvalent précédent présent président prudent " +
    "récent récurrent régent réticent serpent souvent strident talent tangent tent torrent transparent " +
    "trident truculent turbulent urgent vent violent virulent"
  ).split(" "),
);

const vowels = "aàâäeéèêëiîïoôöuùûüyω";
const vowel = new RegExp(`[${vowels}]`, "g");
const yBeforeVowel = new RegExp(`(?<=^|[${vowels}])[yï](?=[${vowels}])`, "g");
const glide = new RegExp(`(?<![bcdfgkptv][lr])[iuyω](?=[${vowels}])`, "g");

/** A French word without the letters at its end that nobody hears: e, es, and the -ent of a verb in the plural. */
function withoutMuteEnd(word: string): string {
  if (word.endsWith("aient")) return word.replace(/ent$/, "");
  if (!word.endsWith("ent")) return word.replace(/es?$/, "");
  const heard = word.endsWith("ment") ? !verbInMent.test(word) : heardEnt.has(word);
  return heard ? word : word.replace(/ent$/, "");
}

/**
 * The spelling of a French word with one vowel letter left for each syllable that is heard.
 * Mute is an e at the end or after a vowel; every other e is heard, as in careful speech (sa-me-di). One syllable are
 * vowels that are written with two or three letters (eau), and i, u and ou before a vowel (na-tion, nuit, oui), unless
 * a consonant with l or r stands before them (cli-ent, ou-bli-er, é-blou-ir). ω stands for ou.
 */
const heardSpelling = (word: string): string =>
  withoutMuteEnd(word.replace(/œu/g, "eu").replace(/œ/g, "e").replace(/æ/g, "é"))
    // Letters that only tell how the consonant before them sounds: qui, guide, accueil, mangeait.
    .replace(/qu/g, "k")
    .replace(/(?<=[cg])ueil/g, "eil")
    .replace(/gu(?=[eéèêiîïy])/g, "g")
    .replace(/ge(?=[aoâô])/g, "g")
    // A mute e between a vowel and an ending: paiement, remerciement, jouera.
    .replace(/(?<=[aéioué])e(?=ments?$|r(?:ai|as?|ons|ez|ont|ais|ait|ions|iez)$)/g, "")
    // y makes two syllables in pays, is a consonant before a vowel (moyen, yeux), and an i elsewhere.
    .replace(/(?<=^p)ay(?=s)|(?<=^abb)ay/g, "aï")
    .replace(yBeforeVowel, "j")
    // ill after a vowel, and il there at the end, are a consonant: travailler, feuille, conseil.
    .replace(/(?<=[aeou])(?:ill|il(?=s?$))/g, "j")
    // Words of their own kind: août, saoul, paon, coopérer, moelle, poêle.
    .replace(/aoû|aou(?=l)/g, "ω")
    .replace(/(?<=^[flpt])ao(?=n)/g, "a")
    .replace(/^coo/, "cohô")
    .replace(/(?<=^m)oe(?=ll)|(?<=^p)oê(?=l)/g, "a")
    // Vowels written with several letters, English ones included (week-end, leader).
    .replace(/eau|au|oo/g, "o")
    .replace(/e?o[iîy]/g, "a")
    .replace(/[ae][iîy]/g, "è")
    .replace(/e[uû]/g, "e")
    .replace(/o[uûù]/g, "ω")
    .replace(/e[ae]/g, "i")
    .replace(/u(?=[iî])/g, "")
    .replace(glide, "");

/**
 * The syllables of a French word as they are heard. There is no word list but that of the words in -ent: the spelling
 * decides, so that a rare word is one off.
 * @returns at least 1, but 0 for an elided word, which has no vowel of its own (l’, d’, qu’)
 */
export function frenchSyllables(word: string): number {
  const lower = word.normalize("NFC").toLocaleLowerCase("fr");
  if (/^(?:[cdjlmnst]|qu)[’']$/.test(lower)) return 0;
  const parts = lower.replace(/[’']/g, "").split(/[-\u2010\u2011]/);
  return parts.reduce((sum, part) => sum + Math.max(1, heardSpelling(part).match(vowel)?.length ?? 0), 0);
}
