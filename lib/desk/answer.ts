/**
 * What a form of the desk shows after it was sent: why it was refused, or what was done, what was typed, and on which
 * revision of a practice.
 */
export type DeskAnswer = { error?: string; done?: "link-sent"; typed: string; revision?: number };

/**
 * The revision that the forms of a practice go on from: of a form that came back the one it was sent with, or somebody
 * else's change would be written over unseen. A conflict says that there is a newer one, and so goes on from that.
 */
export const revisionRead = (newest: number, answer: { error?: string; revision?: number } | undefined): number =>
  answer?.revision === undefined || answer.error === "conflict" ? newest : answer.revision;
