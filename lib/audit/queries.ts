import { database } from "../db.ts";
import { demand, type Member } from "../desk/rights.ts";
import { namesOf } from "../people/queries.ts";
import { changesOf, type LogChange, type LogFilters } from "./filters.ts";

/** One entry of the log. `actor`: who, by name; null where they were removed; undefined where they never had an id. */
export type LogEntry = {
  id: string;
  at: Date;
  actorKind: string;
  actor: string | null | undefined;
  action: string;
  subjectKind: string;
  subjectId: string;
  /** What the subject is called, where it is somebody who is still at the desk. */
  subject: string | undefined;
  changes: LogChange[];
};

/** How many entries a page of the log shows. */
export const perPage = 50;

/**
 * A page of the log, newest first.
 * @param before the entry that it goes on after
 * @returns also which entry the next page goes on after, if there is one; whom work was given to is told by name, and by
 * an empty text who was removed
 * @throws Refusal not-allowed
 */
export async function listEntries(
  by: Member,
  filters: LogFilters,
  before?: bigint,
): Promise<{ entries: LogEntry[]; next: string | undefined }> {
  demand(by, "audit.read");
  const found = await readEntries(filters, before, perPage + 1);
  const rows = found.slice(0, perPage);
  const told = rows.map((row) => changesOf(row.before, row.after));
  const assigned = told.flat().flatMap(({ field, before: was, after }) => (field === "assignee" ? [was, after] : []));
  const names = await namesOf([
    ...rows.flatMap((row) => [row.actorId, row.subjectKind === "member" ? row.subjectId : null]),
    ...assigned.flat(),
  ]);
  const named = ({ field, ...sides }: LogChange): LogChange => {
    const name = (ids: string[]) => (field === "assignee" ? ids.map((id) => names.get(id) ?? "") : ids);
    return { field, before: name(sides.before), after: name(sides.after) };
  };
  const entries = rows.map(({ id, actorId, before: _was, after: _became, ...row }, at) => ({
    ...row,
    id: String(id),
    actor: actorId === null ? undefined : (names.get(actorId) ?? null),
    subject: names.get(row.subjectId),
    changes: (told[at] ?? []).map(named),
  }));
  return { entries, next: found.length > perPage ? entries.at(-1)?.id : undefined };
}

/**
 * All entries that filters let through, newest first, in batches: for an export, however long the log is.
 * @throws Refusal not-allowed
 */
export async function* exportEntries(by: Member, filters: LogFilters) {
  demand(by, "audit.read");
  const batch = 1000;
  let before: bigint | undefined;
  while (true) {
    const rows = await readEntries(filters, before, batch);
    yield rows;
    before = rows.at(-1)?.id;
    if (rows.length < batch) return;
  }
}

/** The actions that the log knows of, and who acted, for whoever looks for one of them. */
export async function listLogChoices(
  by: Member,
): Promise<{ actions: string[]; actors: { id: string; name: string }[] }> {
  demand(by, "audit.read");
  const [actions, actors] = await Promise.all([
    database().auditEntry.groupBy({ by: "action", orderBy: { action: "asc" } }),
    database().auditEntry.groupBy({ by: "actorId", where: { actorId: { not: null } } }),
  ]);
  const names = await namesOf(actors.map(({ actorId }) => actorId));
  return {
    actions: actions.map(({ action }) => action),
    actors: [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name)),
  };
}

function readEntries({ kind, subject, action, actor, from, to }: LogFilters, before: bigint | undefined, take: number) {
  return database().auditEntry.findMany({
    where: {
      id: { lt: before },
      subjectKind: kind,
      subjectId: subject,
      action,
      actorId: actor,
      at: { gte: from && dayInBrussels(from, 0), lt: to && dayInBrussels(to, 1) },
    },
    orderBy: { id: "desc" },
    take,
  });
}

/** The moment at which a day begins where the desk's times are shown; `later` days after it. */
function dayInBrussels(day: string, later: number): Date {
  const midnight = new Date(`${day}T00:00:00Z`);
  midnight.setUTCDate(midnight.getUTCDate() + later);
  const hour = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Brussels", hour: "2-digit", hourCycle: "h23" });
  return new Date(midnight.getTime() - Number(hour.format(midnight)) * 60 * 60 * 1000);
}
