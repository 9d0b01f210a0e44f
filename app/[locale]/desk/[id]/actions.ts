"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { DeskAnswer } from "@/lib/desk/answer";
import { carryOut, markRead } from "@/lib/desk/commands";
import { type PlainWordsAnswer, plainWordsError, readPlainWords } from "@/lib/desk/plain-words";
import { getTemplate } from "@/lib/desk/queries";
import { may } from "@/lib/desk/rights";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { savePlainWords } from "@/lib/practice/commands";
import { missingPoints } from "@/lib/review/checklist";
import { addTemplate, parseReview, type ReviewAnswer, readReview } from "@/lib/review/form";
import { templates } from "@/lib/review/templates";
import { formBack, orBack, sessionOfAction } from "../desk-session";

/** What an editor asks for with the form of a practice: a decision, words alone, or only help with writing it. */
export async function decideOn(from: { locale: string }, data: FormData): Promise<void> {
  const locale = readerLocale(from);
  const session = await sessionOfAction(locale, data);
  const [intent, review, revision] = [data.get("intent"), readReview(data), Number(data.get("revision"))];
  const back = (status: number, more: Partial<ReviewAnswer> = {}) =>
    formBack<ReviewAnswer>(status, { review, revision, ...more });
  if (!may(session, "practice.decide")) return back(403, { error: "not-allowed" });
  if (intent === "row") return back(200);
  if (intent === "template") {
    const text = await readyAnswer(data, review.template);
    return back(200, text ? { review: addTemplate(review, text), inserted: true } : {});
  }
  const parsed = parseReview(data, review, Date.now());
  if ("error" in parsed) return back(422, { error: parsed.error });
  const { practiceId, draft, action } = parsed.reviewed;
  const result = await orBack(
    async () => ({ state: await carryOut(session, parsed.reviewed) }),
    (error): ReviewAnswer => ({
      ...{ review, revision, error },
      missing: error === "checklist-missing" ? missingPoints(review.checklist) : undefined,
    }),
  );
  if (!result) return;
  const stays = ["comment", "schedule", "unschedule"].includes(action);
  const search = new URLSearchParams({ done: stays ? action : result.done.state, sent: draft });
  redirect(`${pathTo(locale, "desk", ...(stays ? [practiceId] : []))}?${search}`);
}

/** An editor has read what the contributor wrote, and nothing needs to be answered. */
export async function noteRead(from: { locale: string; practiceId: string }, data: FormData): Promise<void> {
  const [locale, id] = [readerLocale(from), String(from.practiceId)];
  const session = await sessionOfAction(locale);
  const comment = z.string().max(40).safeParse(data.get("comment")).data ?? "";
  const done = await orBack(
    async () => [await markRead(session, id, comment)],
    (error): DeskAnswer => ({ error, typed: "" }),
  );
  if (done) redirect(`${pathTo(locale, "desk", id)}?done=read`);
}

async function readyAnswer(data: FormData, chosen: string): Promise<string | undefined> {
  const template = templates.find((code) => code === chosen);
  return template && getTemplate(String(data.get("practiceId")), template);
}

/** The practice that an editor had open, as they read it. */
const opened = z.object({ practiceId: z.string().max(12), revision: z.coerce.number().int() });

/** The versions in plain words: measured, or saved. However hard they are to read, they may be saved. */
export async function writePlainWords(from: { locale: string }, data: FormData): Promise<void> {
  const locale = readerLocale(from);
  const session = await sessionOfAction(locale, data);
  const [texts, posted] = [readPlainWords(data), Number(data.get("revision"))];
  const answer = (error?: string): PlainWordsAnswer => ({ texts, revision: posted, error });
  const parsed = opened.safeParse(Object.fromEntries(data));
  if (!may(session, "practice.edit")) return formBack(403, answer("not-allowed"));
  if (!parsed.success) return formBack(422, answer("not-allowed"));
  if (Object.values(texts).some(plainWordsError)) return formBack(422, answer());
  if (data.get("intent") !== "save") return formBack(200, answer());
  const { practiceId, revision } = parsed.data;
  const save = async () => [await savePlainWords({ practiceId, seen: { revision }, by: session, texts })];
  if (await orBack(save, answer)) redirect(`${pathTo(locale, "desk", practiceId)}?saved`);
}
