// What an editor has made sure of before readers see a practice. Pure.

export const checklist = ["is-practice", "understandable", "sourced", "no-personal-data", "reading-level"] as const;
export type Point = (typeof checklist)[number];

/** The points that are still missing before a practice may be published, in the order of the list. */
export const missingPoints = (held: readonly string[]): Point[] => checklist.filter((point) => !held.includes(point));
