import { headers } from "next/headers";
import { auth } from "./desk/auth.ts";
import { type Member, roles } from "./desk/rights.ts";
import { locales } from "./i18n/locales.ts";

/** Who is signed in to the desk. */
export type Session = Member & { name: string; email: string };

/** The session of this request, checked in the database; undefined for everybody else. Every page and action of the desk asks. */
export async function currentSession(): Promise<Session | undefined> {
  const session = await auth().api.getSession({ headers: await headers() });
  const role = roles.find((one) => one === session?.user.role);
  if (!session || !role) return undefined;
  const { id: editorId, name, email } = session.user;
  const languages = locales.filter((locale) => session.user.languages?.includes(locale));
  return { editorId, name, email, role, languages };
}
