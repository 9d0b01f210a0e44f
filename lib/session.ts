import { headers } from "next/headers";
import { auth } from "./desk/auth.ts";
import { type Member, needsCode, roles } from "./desk/rights.ts";
import { locales } from "./i18n/locales.ts";

/** Who is signed in to the desk. */
export type Session = Member & { name: string; email: string };

/** A session by itself: whose it is, and whether the desk is open to it or still waits for the second factor. */
type OwnSession = { sessionId: string; session: Session; waitsForCode: boolean };

/**
 * The session of this request, checked in the database, whether or not its second factor was given yet. Only the page
 * of the code and what a person does with their own sessions ask for this.
 */
export async function ownSession(): Promise<OwnSession | undefined> {
  const found = await auth().api.getSession({ headers: await headers() });
  const role = roles.find((one) => one === found?.user.role);
  if (!found || !role) return undefined;
  const { id: editorId, name, email } = found.user;
  const languages = locales.filter((locale) => found.user.languages?.includes(locale));
  return {
    sessionId: found.session.id,
    session: { editorId, name, email, role, languages },
    waitsForCode: needsCode(role) && !found.session.codeAt,
  };
}

/**
 * Who this request may act as at the desk; undefined for everybody else, and until the second factor is given for roles
 * that need one. Every page and action of the desk asks.
 */
export async function currentSession(): Promise<Session | undefined> {
  const own = await ownSession();
  return own && !own.waitsForCode ? own.session : undefined;
}
