import { database } from "../db.ts";
import { demand, type Member, needsCode, type Role } from "../desk/rights.ts";
import { type Locale, locales } from "../i18n/locales.ts";

/** Somebody who works at the desk. */
export type ListedPerson = {
  id: string;
  name: string;
  email: string;
  role: Role;
  languages: Locale[];
  /** Of their mails. */
  locale: Locale;
  /** None: invited, and has not come yet. */
  lastSignIn: Date | undefined;
  /** Whether their role asks for a second factor, and whether it is set up. */
  code: "not-needed" | "to-set-up" | "set-up";
};

/**
 * Everybody who works at the desk, by name.
 * @throws Refusal not-allowed
 */
export async function listPeople(by: Member): Promise<ListedPerson[]> {
  demand(by, "people.read");
  return readPeople();
}

/**
 * One of them; undefined where there is nobody of that id.
 * @throws Refusal not-allowed
 */
export async function getPerson(by: Member, id: string): Promise<ListedPerson | undefined> {
  demand(by, "people.read");
  return (await readPeople(id))[0];
}

async function readPeople(id?: string): Promise<ListedPerson[]> {
  const people = await database().editor.findMany({ where: { id } });
  people.sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
  const begun = await database().auditEntry.groupBy({
    by: "actorId",
    where: { subjectKind: "session", action: "session.begin", actorId: { in: people.map((person) => person.id) } },
    _max: { at: true },
  });
  return people.map((person) => ({
    id: person.id,
    name: person.name,
    email: person.email,
    role: person.role as Role,
    languages: locales.filter((locale) => person.languages.includes(locale)),
    locale: person.locale as Locale,
    lastSignIn: begun.find(({ actorId }) => actorId === person.id)?._max.at ?? undefined,
    code: codeOf(person),
  }));
}

function codeOf({ role, totpConfirmedAt }: { role: string; totpConfirmedAt: Date | null }): ListedPerson["code"] {
  if (!needsCode(role as Role)) return "not-needed";
  return totpConfirmedAt ? "set-up" : "to-set-up";
}

/** The names of people by their ids. Whoever was removed has none any more. */
export async function namesOf(ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const people = await database().editor.findMany({
    where: { id: { in: [...new Set(ids.filter((id) => id !== null))] } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** A session in its owner's list. `device`: names of browser and system, where they are known. */
export type ListedSession = { id: string; begun: Date; lastUsed: Date; device: string | undefined };

/** Somebody's own sessions that are still good, the one that was used last first. */
export async function listOwnSessions(by: Member): Promise<ListedSession[]> {
  demand(by, "session.own");
  const sessions = await database().editorSession.findMany({
    where: { userId: by.editorId, expiresAt: { gt: new Date() } },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    take: 100,
  });
  return sessions.map(({ id, createdAt, updatedAt, userAgent }) => ({
    ...{ id, begun: createdAt, lastUsed: updatedAt, device: userAgent ?? undefined },
  }));
}
