import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

// What is made of a web address that was looked at, and which ones may be looked at. Pure.

/**
 * - unchecked: not looked at yet
 * - ok: it answers
 * - moved: it answers from another address, for good
 * - broken: its site says that it is not there (404, 410)
 * - unreachable: its site does not answer, or says that something is wrong with itself
 * - refused: with a status, its site turns programs away, and may well let people in; without one, it is an address that
 *   we do not go to, inside some network
 */
type Outcome = "unchecked" | "ok" | "moved" | "broken" | "unreachable" | "refused";

/** What one look at an address found. */
export type Finding = {
  outcome: Exclude<Outcome, "unchecked">;
  status?: number;
  /** Of what has moved for good: where to. */
  target?: string;
};

/** What is known of an address from one look to the next. */
export type LinkState = {
  outcome: string;
  status: number | null;
  target: string | null;
  checkedAt: Date;
  failingSince: Date | null;
  failures: number;
};

/** On how many different days a link must have failed before it is called dead: sites are repaired, too. */
export const deadAfter = 3;

/** How a link is listed in the desk. */
export const standings = ["dead", "failing", "moved", "refused"] as const;
export type Standing = (typeof standings)[number];

/** The standing of a link; none for one that is well. */
export function standingOf({ outcome, failures }: Pick<LinkState, "outcome" | "failures">): Standing | undefined {
  if (failures >= deadAfter) return "dead";
  if (failures > 0) return "failing";
  return outcome === "moved" || outcome === "refused" ? outcome : undefined;
}

export const reasons = ["broken", "error", "silent", "inside", "refused", "moved"] as const;

/** What the desk says of a link that is not well, in one word: what its site told us, or that it told us nothing. */
export function reasonOf({ outcome, status }: { outcome: string; status?: number }): (typeof reasons)[number] {
  if (outcome === "unreachable") return status === undefined ? "silent" : "error";
  if (outcome === "refused") return status === undefined ? "inside" : "refused";
  return outcome === "moved" ? "moved" : "broken";
}

// Sites that want to see a person, or fewer visits: 999 is what a large network answers to programs.
const turnedAway = [401, 403, 405, 406, 407, 429, 451, 999];

/** What the last answer of a site means. */
export function outcomeOf(status: number, moved: boolean): Finding["outcome"] {
  if (status >= 200 && status < 300) return moved ? "moved" : "ok";
  if (status === 404 || status === 410) return "broken";
  return turnedAway.includes(status) ? "refused" : "unreachable";
}

/** Whether readers who follow the link get nothing. */
const isFailing = ({ outcome, status }: Finding) =>
  outcome === "broken" || outcome === "unreachable" || (outcome === "refused" && status === undefined);

const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);

/** What is known after another look. Several on one day count as one failure. */
export function afterLook(before: LinkState, finding: Finding, now: Date): LinkState {
  const { outcome, status = null, target = null } = finding;
  if (!isFailing(finding)) return { outcome, status, target, checkedAt: now, failingSince: null, failures: 0 };
  const countedToday = before.failures > 0 && dayOf(before.checkedAt) === dayOf(now);
  return {
    ...{ outcome, status, target, checkedAt: now, failingSince: before.failingSince ?? now },
    failures: before.failures + (countedToday ? 0 : 1),
  };
}

/** Whether two addresses differ only in what no reader minds: http or https, www, a slash at the end. */
export function isSamePlace(one: string, other: string): boolean {
  const bare = (address: string) => {
    const { hostname, pathname, search } = new URL(address);
    return hostname.replace(/^www\./, "") + pathname.replace(/\/$/, "") + search;
  };
  return bare(one) === bare(other);
}

// Azure's own services answer there, to whoever asks from inside.
const inside = ["168.63.129.16"];

/**
 * Whether an IP address is one of the public internet: not of this machine, a private network, a provider's or a
 * cloud's inside, and none that stands for another (mapped, tunnelled or translated ones).
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.parse(address);
  return parsed.range() === "unicast" && !inside.includes(parsed.toString());
}

/** Whether a web address may be looked at at all: http or https, on their own ports. */
export function isWebAddress(url: URL): boolean {
  return /^https?:$/.test(url.protocol) && ["", "80", "443"].includes(url.port);
}
