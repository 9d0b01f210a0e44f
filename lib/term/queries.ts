import { database } from "../db.ts";
import { byLabel } from "../i18n/format.ts";
import type { Locale } from "../i18n/locales.ts";
import { loadThesaurus } from "../search/queries.ts";
import { conceptLabel } from "../search/thesaurus.ts";
import type { TermKind, TermState } from "./term.ts";

/** Whether the form of this key was stored already. */
export async function isTermStored(key: string): Promise<boolean> {
  return (await database().termProposal.count({ where: { key } })) > 0;
}

/** So many proposals are listed in each state. */
const mostListed = 200;

const listed = {
  id: true,
  kind: true,
  locale: true,
  term: true,
  concept: true,
  text: true,
  state: true,
  answer: true,
  createdAt: true,
} as const;

type Row = {
  id: string;
  kind: string;
  locale: string;
  term: string;
  concept: string | null;
  text: string | null;
  state: string;
  answer: string | null;
  createdAt: Date;
};

const toListed = ({ locale, concept, text, answer, ...row }: Row) => ({
  ...row,
  kind: row.kind as TermKind,
  state: row.state as TermState,
  lang: locale as Locale,
  concept: concept ?? undefined,
  text: text ?? undefined,
  answer: answer ?? undefined,
});

/** A proposal in a list of the desk. */
export type ListedTerm = ReturnType<typeof toListed>;

/** The proposals of one state: those that wait oldest first, the others newest first. For the desk. */
export async function listTerms(state: TermState): Promise<ListedTerm[]> {
  const orderBy = state === "pending" ? ({ createdAt: "asc" } as const) : ({ decidedAt: "desc" } as const);
  const rows = await database().termProposal.findMany({ where: { state }, orderBy, take: mostListed, select: listed });
  return rows.map(toListed);
}

/** One proposal, with the language that its sender is answered in; none where they cannot be. For the desk. */
export async function getTerm(id: string) {
  const row = await database().termProposal.findUnique({
    where: { id },
    select: { ...listed, formLocale: true, sender: { select: { email: true } } },
  });
  if (!row) return undefined;
  const { sender, formLocale, ...rest } = row;
  return { ...toListed(rest), answerIn: sender?.email ? (formLocale as Locale) : undefined };
}

/** Every concept of the thesaurus by its name in a language, in the order of its alphabet. */
export async function listConcepts(locale: Locale): Promise<{ code: string; label: string }[]> {
  const thesaurus = await loadThesaurus();
  const concepts = [...thesaurus.concepts.keys()].map((id) => ({
    code: id,
    label: conceptLabel(thesaurus, id, locale),
  }));
  return byLabel(concepts, locale);
}
