import { audit } from "../audit/commands.ts";
import { database, type Transaction } from "../db.ts";
import { deleteOldDrafts } from "../submission/commands.ts";
import { before, type Kept, terms } from "./terms.ts";

// Deletes what has been kept long enough. Small batches, each a transaction of its own, so that nobody waits for it and
// what is done stays done.

const atATime = 100;

type Batch = (tx: Transaction, until: Date) => Promise<number>;

/**
 * Deletes everything that was kept longer than lib/retention/terms.ts says. Run every day; run twice, it does it once.
 * @returns how much of each kind was deleted
 */
export async function forgetOld(now: Date): Promise<Record<Kept, number>> {
  const inBatches = async (kind: Exclude<Kept, "serverDraft">, batch: Batch) => {
    for (let all = 0; ; ) {
      const done = await database().$transaction((tx) => batch(tx, before(now, terms[kind])));
      all += done;
      if (done < atATime) return all;
    }
  };
  return {
    serverDraft: await deleteOldDrafts(now),
    rejected: await inBatches("rejected", forgetRejected),
    withdrawn: await inBatches("withdrawn", forgetWithdrawn),
    message: await inBatches("message", forgetMessages),
    wordSender: await inBatches("wordSender", forgetWordSenders),
    answerDetail: await inBatches("answerDetail", forgetAnswers),
    wish: await inBatches("wish", forgetWishes),
  };
}

/** What was rejected, or is a duplicate, and no reader has ever seen. */
const forgetRejected: Batch = async (tx, until) =>
  forgetPractices(
    tx,
    await tx.$queryRaw<Forgotten[]>`
      select id, state from "Practice"
      where state in ('rejected', 'duplicate') and "publishedAt" is null and "updatedAt" < ${until}
      order by id limit ${atATime} for update`,
  );

/** What its contributor took back and has not sent again. Drafts of editors stay. */
const forgetWithdrawn: Batch = async (tx, until) =>
  forgetPractices(
    tx,
    await tx.$queryRaw<Forgotten[]>`
      select id, state from "Practice" p
      where state = 'draft' and "publishedAt" is null and "updatedAt" < ${until}
        and (select d.action from "Decision" d where d."practiceId" = p.id and d.action in ('withdraw', 'resubmit')
              order by d."createdAt" desc limit 1) = 'withdraw'
      order by id limit ${atATime} for update`,
  );

type Forgotten = { id: string; state: string };

/** Deletes practices with everything that hangs on them. The log keeps their ids. */
async function forgetPractices(tx: Transaction, practices: Forgotten[]): Promise<number> {
  const ids = practices.map(({ id }) => id);
  const senders = await tx.$queryRaw<{ senderId: string }[]>`
    select "senderId" from "Submission" where "practiceId" = any(${ids})
    union select "senderId" from "ReaderMessage" where "practiceId" = any(${ids}) and "senderId" is not null`;
  const proposals = await tx.proposal.findMany({ where: { practiceId: { in: ids } }, select: { id: true } });
  await tx.workItem.deleteMany({ where: { subjectId: { in: [...ids, ...proposals.map(({ id }) => id)] } } });
  await tx.practice.deleteMany({ where: { id: { in: ids } } });
  await deleteSenders(
    tx,
    senders.map(({ senderId }) => senderId),
  );
  for (const { id, state } of practices)
    await audit(tx, { actor: { kind: "system" }, action: "practice.forget", subjectId: id, before: { state } });
  return practices.length;
}

/** Deletes senders on whom nothing hangs any more. */
async function deleteSenders(tx: Transaction, ids: string[]): Promise<void> {
  await tx.sender.deleteMany({
    where: { id: { in: ids }, submissions: { none: {} }, messages: { none: {} }, termProposals: { none: {} } },
  });
}

/** Text and sender of messages that were dealt with, but for those that readers can read. */
const forgetMessages: Batch = async (tx, until) => {
  const messages = await tx.readerMessage.findMany({
    where: {
      ...{ decidedAt: { lt: until }, state: { not: "published" } },
      OR: [{ text: { not: null } }, { senderId: { not: null } }, { answer: { not: null } }],
    },
    take: atATime,
    orderBy: { id: "asc" },
    select: { id: true, senderId: true },
  });
  await tx.readerMessage.updateMany({
    where: { id: { in: messages.map(({ id }) => id) } },
    data: { text: null, answer: null, device: null, place: null, organisation: null, senderId: null },
  });
  await deleteSenders(
    tx,
    messages.flatMap(({ senderId }) => senderId ?? []),
  );
  return messages.length;
};

const forgetWordSenders: Batch = async (tx, until) => {
  const words = await tx.termProposal.findMany({
    where: { decidedAt: { lt: until }, senderId: { not: null } },
    take: atATime,
    orderBy: { id: "asc" },
    select: { id: true, senderId: true },
  });
  await tx.termProposal.updateMany({ where: { id: { in: words.map(({ id }) => id) } }, data: { senderId: null } });
  await deleteSenders(
    tx,
    words.flatMap(({ senderId }) => senderId ?? []),
  );
  return words.length;
};

const forgetAnswers: Batch = async (tx, until) => {
  const answers = await tx.confirmation.findMany({
    where: { answeredAt: { lt: until }, detail: { not: null } },
    take: atATime,
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const ids = answers.map(({ id }) => id);
  return (await tx.confirmation.updateMany({ where: { id: { in: ids } }, data: { detail: null } })).count;
};

const forgetWishes: Batch = async (tx, until) => {
  const wishes = await tx.searchWish.findMany({
    where: { createdAt: { lt: until } },
    take: atATime,
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return (await tx.searchWish.deleteMany({ where: { id: { in: wishes.map(({ id }) => id) } } })).count;
};
