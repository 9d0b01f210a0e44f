import { expect, test } from "vitest";
import type { Locale } from "@/lib/i18n/locales";
import { misprints } from "../support/typography";

// The proofreader itself is proofread: a rule that never objects would let everything through.

const wrong: [Locale, string][] = [
  ["it", "L'accesso ai servizi"],
  ["it", "Un “premio” nazionale"],
  ["it", "Attenzione : chiuso"],
  ["it", "e’ aperto"],
  ["it", "« Guida » pratica"],
  ["fr", "Trois points : un"],
  ["fr", "Vous voyez une erreur?"],
  ["fr", "«Ponte» veut dire pont"],
  ["fr", "plus de 40% du territoire"],
  ["fr", "l'accès aux droits"],
  ["sv", "“Praktisk guide”"],
  ["sv", "mer än 40% av länet"],
  ["sv", "en ”guide"],
  ["en", "the owner's text"],
  ["en", 'a "guide"'],
  ["en", "more than 40 % of it"],
  ["en", "a ”guide“ to it"],
  ["en", "and so on..."],
];

test.each(wrong)("the proofreader of %s objects to: %s", (locale, text) => {
  expect(misprints(text, locale)).not.toEqual([]);
});

const right: [Locale, string][] = [
  ["it", "L’accesso: «Guida» al 40%, perché no?"],
  ["fr", "L’accès\u00a0: «\u00a0Guide\u00a0» à 40\u00a0%, pourquoi pas\u202f?"],
  ["sv", "Tillgång: ”Guide” till 40\u00a0%, varför inte?"],
  ["en", "Access: a “guide” to the owner’s 40%, why not?"],
];

test.each(right)("the proofreader of %s lets pass: %s", (locale, text) => {
  expect(misprints(text, locale)).toEqual([]);
});
