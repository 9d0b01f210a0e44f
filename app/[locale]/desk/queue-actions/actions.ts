"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { DeskAnswer } from "@/lib/desk/answer";
import type { Member } from "@/lib/desk/rights";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { assign, claim, release } from "@/lib/queue/commands";
import { workKinds, workPath } from "@/lib/queue/queue";
import { Refusal } from "@/lib/refusal";
import { formBack, orBack, sessionOfAction } from "../desk-session";

const item = z.object({ kind: z.enum(workKinds), subjectId: z.string().max(60) });
const taking = item.extend({ seen: z.string().max(60).optional() });
const giving = item.extend({ to: z.string().max(60) });
type Item = z.infer<typeof item>;

/** Does something to one item of the queue, then shows the item: it says itself who is at it now. */
async function onItem<T extends Item>(
  from: { locale: string },
  schema: z.ZodType<T>,
  data: FormData,
  command: (chosen: T & { by: Member }) => Promise<void>,
): Promise<void> {
  const locale = readerLocale(from);
  const by = await sessionOfAction(locale, data);
  const parsed = schema.safeParse(Object.fromEntries(data));
  if (!parsed.success) return formBack<DeskAnswer>(422, { error: "not-allowed", typed: "" });
  const { kind, subjectId } = parsed.data;
  const done = await orBack(
    () => command({ ...parsed.data, by }),
    (error): DeskAnswer => ({ error, typed: "" }),
  );
  if (done) redirect(workPath(locale, kind, subjectId));
}

/** One is at it now. Where somebody else was quicker, the item says who. */
export async function takeItem(from: { locale: string }, data: FormData): Promise<void> {
  await onItem(from, taking, data, (chosen) =>
    claim(chosen).catch((error) => {
      if (!(error instanceof Refusal && error.code === "conflict")) throw error;
    }),
  );
}

/** One is no longer at it. */
export async function giveBackItem(from: { locale: string }, data: FormData): Promise<void> {
  await onItem(from, item, data, release);
}

/** A member of the desk, or nobody, is to look after it. */
export async function assignItem(from: { locale: string }, data: FormData): Promise<void> {
  await onItem(from, giving, data, ({ to, ...chosen }) => assign({ ...chosen, to: to || undefined }));
}
