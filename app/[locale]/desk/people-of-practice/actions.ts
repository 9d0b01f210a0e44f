"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { PersonAnswer } from "@/components/desk/erase-person";
import { erasePerson, sendContactLink } from "@/lib/contact/commands";
import type { Locale } from "@/lib/i18n/locales";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import type { Refusal } from "@/lib/refusal";
import { formBack, orBack, sessionOfAction } from "../desk-session";

const chosen = z.object({ person: z.string().min(1).max(40), sure: z.string().max(10).optional() });
const refused = (code: Refusal["code"]): PersonAnswer => ({ person: code === "not-found" ? "gone" : "notAllowed" });

/** An editor has a contact sent the link to their own page. */
export async function sendLinkToPerson(to: { locale: Locale; practiceId: string }, data: FormData): Promise<void> {
  const [locale, id] = [readerLocale(to), String(to.practiceId)];
  const session = await sessionOfAction(locale);
  const person = chosen.safeParse(Object.fromEntries(data)).data?.person ?? "";
  if (await orBack(async () => [await sendContactLink(session, id, person, new Date())], refused))
    redirect(`${pathTo(locale, "desk", id)}?person=sent#people`);
}

/** An editor erases a person of a practice. */
export async function eraseOnePerson(to: { locale: Locale; practiceId: string }, data: FormData): Promise<void> {
  const [locale, id] = [readerLocale(to), String(to.practiceId)];
  const session = await sessionOfAction(locale);
  const { person = "", sure } = chosen.safeParse(Object.fromEntries(data)).data ?? {};
  if (!sure) return formBack<PersonAnswer>(422, { person: "sure" });
  if (await orBack(async () => [await erasePerson(session, id, person, new Date())], refused))
    redirect(`${pathTo(locale, "desk", id)}?person=erased#people`);
}
