// How long what people send in is kept: one table. Pure. The page on privacy tells the same (content/pages/privacy),
// which tests/unit/retention.test.ts compares.

export type Term = { days: number } | { months: number };

/** What is deleted by itself, in the order in which the page on privacy lists it, and after how long. */
export const terms = {
  /** A form kept on the server, since it was last changed. */
  serverDraft: { days: 90 },
  /** A practice that was rejected, or a duplicate, and was never public: since the decision. */
  rejected: { days: 180 },
  /** A practice that its contributor took back before it was public. */
  withdrawn: { days: 180 },
  /** Text and sender of what a reader sent, since an editor dealt with it; not of what was published. */
  message: { days: 180 },
  /** Who proposed a word, since the decision. */
  wordSender: { days: 180 },
  /** What a contact wrote with the answer to the yearly question. */
  answerDetail: { days: 180 },
  /** What a reader was looking for. */
  wish: { months: 24 },
} as const satisfies Record<string, Term>;

export type Kept = keyof typeof terms;

/** The moment that lies a term before another. Of a month that is too short it is the last day. */
export function before(now: Date, term: Term): Date {
  const then = new Date(now);
  if ("days" in term) {
    then.setUTCDate(then.getUTCDate() - term.days);
    return then;
  }
  then.setUTCDate(1);
  then.setUTCMonth(then.getUTCMonth() - term.months);
  const last = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
  then.setUTCDate(Math.min(now.getUTCDate(), last));
  return then;
}
