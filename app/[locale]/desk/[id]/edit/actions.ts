"use server";

import { notFound, redirect } from "next/navigation";
import { receiveEdit } from "@/lib/editing/receive";
import { dayInBrussels } from "@/lib/i18n/format";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { formBack, sessionOfAction } from "../../desk-session";

/** One part of a practice, as an editor has typed it. Whether they may is asked inside the commands. */
export async function editPractice(
  from: { locale: string; id: string; part: string; text: string },
  data: FormData,
): Promise<void> {
  const locale = readerLocale(from);
  const session = await sessionOfAction(locale);
  const id = String(from.id).slice(0, 12);
  const today = dayInBrussels();
  const received = await receiveEdit(session, { id, part: from.part, text: from.text }, data, today);
  if ("gone" in received) notFound();
  if ("answer" in received) return formBack(received.status, received.answer);
  const { part, text } = received.piece;
  redirect(`${pathTo(locale, "desk", id, "edit")}?part=${part}&text=${text}&done=${received.done}`);
}
