import { headers } from "next/headers";
import { auth } from "./desk/auth.ts";
import { type EditorRole, editorRoles } from "./desk/sign-in.ts";

/** Who is signed in to the desk. */
export type Session = { editorId: string; name: string; email: string; role: EditorRole };

/** The session of this request, checked in the database; undefined for everybody else. Every page and action of the desk asks. */
export async function currentSession(): Promise<Session | undefined> {
  const session = await auth().api.getSession({ headers: await headers() });
  const role = editorRoles.find((one) => one === session?.user.role);
  if (!session || !role) return undefined;
  return { editorId: session.user.id, name: session.user.name, email: session.user.email, role };
}
