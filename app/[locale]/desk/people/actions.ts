"use server";

import { redirect } from "next/navigation";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { changePerson, invite, inviteAgain, removePerson, resetCode } from "@/lib/people/commands";
import { invitationSchema, type PersonAnswer, personErrors, personSchema, readPerson } from "@/lib/people/person";
import { formBack, orBack, sessionOfAction } from "../desk-session";

const listed = (locale: Locale, done: string) => `${pathTo(locale, "desk", "people")}?done=${done}`;

/** Invites somebody to the desk. */
export async function inviteOne(locale: Locale, data: FormData): Promise<void> {
  const session = await sessionOfAction(locale, data);
  const typed = readPerson(data);
  const parsed = invitationSchema.safeParse(typed);
  if (!parsed.success) return formBack<PersonAnswer>(422, { typed, errors: personErrors(parsed.error) });
  const invited = await orBack<string, PersonAnswer>(
    () => invite(session, parsed.data),
    (error) => ({ typed, error }),
  );
  if (invited) redirect(listed(locale, "invited"));
}

/** Sends an invitation that was never used once more. */
export async function inviteOneAgain(locale: Locale, id: string, data: FormData): Promise<void> {
  const session = await sessionOfAction(locale, data);
  const sent = await orBack<void, PersonAnswer>(
    () => inviteAgain(session, id, String(data.get("key") ?? "").slice(0, 64)),
    (error) => ({ error }),
  );
  if (sent) redirect(listed(locale, "invited"));
}

/** Changes somebody's name, role or languages. */
export async function changeOne(locale: Locale, id: string, data: FormData): Promise<void> {
  const session = await sessionOfAction(locale, data);
  const typed = readPerson(data);
  const parsed = personSchema.safeParse(typed);
  if (!parsed.success) return formBack<PersonAnswer>(422, { typed, errors: personErrors(parsed.error) });
  const changed = await orBack<void, PersonAnswer>(
    () => changePerson(session, id, parsed.data),
    (error) => ({ typed, error }),
  );
  if (changed) redirect(listed(locale, "changed"));
}

/** Lets somebody set up their second factor anew. */
export async function resetCodeOf(locale: Locale, id: string, data: FormData): Promise<void> {
  const session = await sessionOfAction(locale, data);
  const reset = await orBack<void, PersonAnswer>(
    () => resetCode(session, id),
    (error) => ({ error }),
  );
  if (reset) redirect(listed(locale, "reset"));
}

/** Removes somebody from the desk, where the box was ticked. */
export async function removeOne(locale: Locale, id: string, data: FormData): Promise<void> {
  const session = await sessionOfAction(locale, data);
  if (!data.has("confirmed")) return formBack<PersonAnswer>(422, { errors: { confirmed: "confirm" } });
  const removed = await orBack<void, PersonAnswer>(
    () => removePerson(session, id),
    (error) => ({ error }),
  );
  if (removed) redirect(listed(locale, "removed"));
}
