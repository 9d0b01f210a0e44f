import { audit } from "../audit/commands.ts";
import { database } from "../db.ts";
import { demand, type Member } from "../desk/rights.ts";
import type { Locale } from "../i18n/locales.ts";
import { writeLetter } from "../mail/letters.ts";
import { queueMail } from "../mail/queue.ts";
import { Refusal } from "../refusal.ts";
import { addName } from "../search/commands.ts";
import { loadThesaurus } from "../search/queries.ts";
import { isTermStored } from "./queries.ts";
import type { TermProposal, TermState } from "./term.ts";

/**
 * Stores a word that a reader proposes, with the mail that says so where there is an address. A form that arrives twice,
 * by its key, is stored once.
 * @param locale the language of its form, and so of the answer
 */
export async function proposeTerm(
  { kind, language, term, text, email }: TermProposal,
  locale: Locale,
  key: string,
): Promise<void> {
  try {
    await database().$transaction(async (tx) => {
      const sender = email === undefined ? undefined : await tx.sender.create({ data: { email } });
      const { id } = await tx.termProposal.create({
        data: { key, kind, locale: language, formLocale: locale, term, text, senderId: sender?.id },
      });
      await audit(tx, { actor: { kind: "reader" }, action: "term.propose", subjectId: id, after: { kind } });
      if (email === undefined) return;
      const letter = await writeLetter(locale, "wordReceived", {});
      await queueMail(tx, { key: `word ${id}`, recipient: email, locale, ...letter });
    });
  } catch (error) {
    // The same form was stored before, or this moment by its twin.
    if (!(await isTermStored(key))) throw error;
  }
}

/**
 * What an editor decides of a proposed word, with the mail that tells its sender. A name that is accepted for a concept
 * is understood by the search at once; everything else that is accepted waits for the files of the next release.
 * @param concept of a name for the search: the concept it is a name of
 * @throws Refusal not-allowed, not-found (also of the concept), conflict where it was decided already, message-missing
 */
export async function decideTerm({
  id,
  state,
  concept,
  by,
  ...decision
}: {
  id: string;
  state: Exclude<TermState, "pending">;
  concept: string | undefined;
  answer: string;
  by: Member;
}): Promise<void> {
  demand(by, "term.decide");
  const answer = decision.answer.trim();
  if (state === "rejected" && !answer) throw new Refusal("message-missing");
  const { concepts } = await loadThesaurus();
  await database().$transaction(async (tx) => {
    const proposal = await tx.termProposal.findUnique({ where: { id }, include: { sender: true } });
    if (!proposal) throw new Refusal("not-found");
    const isName = state === "accepted" && proposal.kind === "thesaurus";
    if (isName && !concepts.has(concept ?? "")) throw new Refusal("not-found");
    const { count } = await tx.termProposal.updateMany({
      where: { id, state: "pending" },
      data: {
        ...{ state, answer: answer || null, editorId: by.editorId, decidedAt: new Date() },
        concept: isName ? concept : proposal.concept,
      },
    });
    if (count === 0) throw new Refusal("conflict");
    const locale = proposal.locale as Locale;
    if (isName && concept) await addName(tx, { concept, locale, label: proposal.term });
    await audit(tx, {
      ...{ actor: { kind: "editor", id: by.editorId }, action: `term.${state === "accepted" ? "accept" : "reject"}` },
      ...{ subjectId: id, before: { state: "pending" }, after: { state, ...(isName && concept && { concept }) } },
    });
    if (!proposal.sender?.email) return;
    const kind = state === "accepted" ? "wordAccepted" : "wordRejected";
    const formLocale = proposal.formLocale as Locale;
    const letter = await writeLetter(formLocale, kind, { term: proposal.term, message: answer });
    const mail = { key: `word decided ${id}`, recipient: proposal.sender.email, locale: formLocale };
    await queueMail(tx, { ...mail, ...letter });
  });
}
