/**
 * What a form of the desk shows after it was sent: why it was refused, or what was done, what was typed, and on which
 * revision of a practice. `kept`: what somebody typed whose session had ended by then.
 */
export type DeskAnswer = { error?: string; done?: "link-sent"; typed: string; revision?: number; kept?: string[] };

/**
 * What people wrote into a form, so that it can be given back to them where nothing may be done with it: texts of more
 * than a word, and web addresses. Codes and what hidden fields hold have no spaces.
 */
export function keptFields(data: FormData): string[] {
  const texts = [...data].flatMap(([name, value]) =>
    typeof value === "string" && !name.startsWith("$ACTION_") ? [value.trim()] : [],
  );
  return [...new Set(texts.filter((text) => /\s|^https?:\/\//.test(text)))].slice(0, 200);
}

/**
 * The revision that the forms of a practice go on from: of a form that came back the one it was sent with, or somebody
 * else's change would be written over unseen. A conflict says that there is a newer one, and so goes on from that.
 */
export const revisionRead = (newest: number, answer: { error?: string; revision?: number } | undefined): number =>
  answer?.revision === undefined || ["conflict", "draft-changed"].includes(answer.error ?? "")
    ? newest
    : answer.revision;
