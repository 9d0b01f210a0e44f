import type { AuditActor } from "../audit/audit.ts";
import { audit } from "../audit/commands.ts";
import type { Told } from "../contact/answer.ts";
import { asContact, byContact, rewrite } from "../contact/commands.ts";
import { mailTo } from "../contact/letters.ts";
import { database, type Transaction } from "../db.ts";
import { demand, type Member } from "../desk/rights.ts";
import { dayInBrussels } from "../i18n/format.ts";
import type { PracticeInput } from "../practice/practice.ts";
import { isEditable, type State } from "../practice/rules.ts";
import { lockPublicWrites, raisePublicVersion } from "../public-version.ts";
import { Refusal } from "../refusal.ts";
import { before } from "../retention/terms.ts";

// The yearly question to contacts whose address is confirmed: is it still running?

const aYear = { months: 12 };
const untilReminder = { days: 30 };
const atATime = 100;

/**
 * Asks who did a practice that has not ended whether it is still running: where nobody was asked, and nothing was confirmed
 * or published, for twelve months. Who does not answer is reminded once, after 30 days. Run twice, it asks once.
 * @returns how many were asked, and reminded
 */
export async function askForConfirmation(now: Date): Promise<{ asked: number; reminded: number }> {
  const inBatches = async (batch: () => Promise<number>) => {
    for (let all = 0; ; ) {
      const done = await batch();
      all += done;
      if (done < atATime) return all;
    }
  };
  return { asked: await inBatches(() => askSome(now)), reminded: await inBatches(() => remindSome(now)) };
}

async function askSome(now: Date): Promise<number> {
  const [since, day] = [before(now, aYear), dayInBrussels(before(now, aYear))];
  return database().$transaction(async (tx) => {
    await lockPublicWrites(tx);
    // A date of lower precision, 2025 or 2025-11, counts to its end.
    const due = await tx.$queryRaw<{ practiceId: string; contactId: string }[]>`
      select p.id as "practiceId", c.id as "contactId"
      from "Practice" p join lateral (
        select id from "Contact"
        where "practiceId" = p.id and "confirmedAt" is not null and "erasedAt" is null
          and coalesce("privateEmail", "publicEmail") is not null
        order by position limit 1) c on true
      where p.state = 'published' and p.status <> 'ended' and p."publishedAt" <= ${since}
        and (p."lastConfirmed" is null or p."lastConfirmed" < left(${day}, length(p."lastConfirmed")))
        and not exists (select 1 from "Confirmation" a where a."practiceId" = p.id and a."askedAt" > ${since})
      order by p.id limit ${atATime}`;
    for (const { practiceId, contactId } of due) {
      const contact = await tx.contact.findUniqueOrThrow({ where: { id: contactId } });
      await mailTo(tx, contact, "yearly", `confirmation ${practiceId} ${now.getUTCFullYear()}`);
      const { id } = await tx.confirmation.create({ data: { practiceId, contactId, askedAt: now } });
      await audit(tx, { actor: { kind: "system" }, action: "confirmation.ask", subjectId: id });
    }
    // Readers see that it was asked.
    if (due.length > 0) await raisePublicVersion(tx);
    return due.length;
  });
}

async function remindSome(now: Date): Promise<number> {
  return database().$transaction(async (tx) => {
    await lockPublicWrites(tx);
    const due = await tx.$queryRaw<{ id: string; contactId: string }[]>`
      select a.id, c.id as "contactId"
      from "Confirmation" a
      join "Contact" c on c.id = a."contactId" and c."confirmedAt" is not null and c."erasedAt" is null
        and coalesce(c."privateEmail", c."publicEmail") is not null
      join "Practice" p on p.id = a."practiceId" and p.state = 'published' and p.status <> 'ended'
      where a."answeredAt" is null
        and a."askedAt" <= ${before(now, untilReminder)} and a."askedAt" > ${before(now, aYear)}
        and not exists (select 1 from "Mail" m where m.key = 'confirmation reminder ' || a.id)
      order by a.id limit ${atATime}`;
    for (const { id, contactId } of due) {
      const contact = await tx.contact.findUniqueOrThrow({ where: { id: contactId } });
      await mailTo(tx, contact, "yearlyAgain", `confirmation reminder ${id}`);
      await audit(tx, { actor: { kind: "system" }, action: "confirmation.remind", subjectId: id });
    }
    return due.length;
  });
}

/**
 * A contact answers the yearly question, asked or not. That it is still running is confirmed at once; anything else waits
 * for an editor, since the page does not say so yet. The same answer twice is one.
 * @throws Refusal not-found where the link is not valid, not-allowed where the practice was set aside
 */
export async function answerConfirmation(token: string, { answer, detail }: Told, now: Date): Promise<void> {
  await asContact(token, async (tx, { id: contactId, practiceId }) => {
    const { state } = await tx.practice.findUniqueOrThrow({ where: { id: practiceId } });
    if (!isEditable(state as State)) throw new Refusal("not-allowed");
    const last = await tx.confirmation.findFirst({
      where: { practiceId },
      orderBy: [{ askedAt: "desc" }, { id: "asc" }],
    });
    const isSame = last?.answer === answer && (last.detail ?? undefined) === detail;
    if (isSame && last.answeredAt && last.answeredAt >= before(now, { days: 1 })) return;
    const told = {
      ...{ contactId, answer, detail: detail ?? null, answeredAt: now },
      handledAt: answer === "running" ? now : null,
    };
    const { id } =
      last && !last.answeredAt
        ? await tx.confirmation.update({ where: { id: last.id }, data: told })
        : await tx.confirmation.create({ data: { practiceId, askedAt: now, ...told } });
    await audit(tx, { actor: byContact, action: "confirmation.answer", subjectId: id, after: { answer } });
    // What an editor must look at first is not confirmed yet, but no longer silence.
    if (answer === "running") await confirmOn(tx, practiceId, dayInBrussels(now), byContact);
    else await raisePublicVersion(tx);
  });
}

async function confirmOn(tx: Transaction, practiceId: string, day: string, by: AuditActor): Promise<void> {
  const { lastConfirmed } = await tx.practice.findUniqueOrThrow({ where: { id: practiceId } });
  if (lastConfirmed !== null && lastConfirmed >= day) return;
  const change = (practice: PracticeInput): PracticeInput => ({ ...practice, lastConfirmed: day });
  await rewrite(tx, practiceId, { kind: "confirmation", by, change });
}

/**
 * An editor has dealt with an answer: what stands on the page is what the contact said, on the day they said it. Their
 * words have served.
 * @throws Refusal not-allowed, not-found, conflict where somebody else has dealt with it
 */
export async function handleConfirmation(by: Member, id: string, now: Date): Promise<void> {
  demand(by, "confirmation.decide");
  await database().$transaction(async (tx) => {
    await lockPublicWrites(tx);
    const found = await tx.confirmation.findUnique({ where: { id } });
    if (!found?.answeredAt) throw new Refusal("not-found");
    const { practiceId, answer, answeredAt } = found;
    await tx.$queryRaw`select id from "Practice" where id = ${practiceId} for update`;
    const { count } = await tx.confirmation.updateMany({
      where: { id, handledAt: null },
      data: { handledAt: now, handledById: by.editorId, detail: null },
    });
    if (count === 0) throw new Refusal("conflict");
    await tx.workItem.deleteMany({ where: { kind: "confirmation", subjectId: id } });
    const actor: AuditActor = { kind: "editor", id: by.editorId };
    await audit(tx, { actor, action: "confirmation.handle", subjectId: id, after: { answer } });
    const { state } = await tx.practice.findUniqueOrThrow({ where: { id: practiceId } });
    if (isEditable(state as State)) await confirmOn(tx, practiceId, dayInBrussels(answeredAt), actor);
    await raisePublicVersion(tx);
  });
}
