"use server";

import { redirect } from "next/navigation";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { localeCode } from "@/lib/practice/practice";
import { publishDrafts, publishPart, reviewPart, saveDraft, stillRight } from "@/lib/translation/commands";
import { type PartAnswer, readPart, textError } from "@/lib/translation/form";
import { formBack, orBack, sessionOfAction } from "../../../desk-session";

const commandOf = {
  publish: publishPart,
  draft: saveDraft,
  "still-right": stillRight,
  review: reviewPart,
  "publish-drafts": publishDrafts,
} as const;

/** A translator keeps, publishes, confirms or checks one part, or publishes all drafts. */
export async function translatePart(from: { locale: string; id: string; into: string }, data: FormData): Promise<void> {
  const locale = readerLocale(from);
  const by = await sessionOfAction(locale, data);
  const [sent, into] = [readPart(data), localeCode.safeParse(from.into).data];
  if (!sent || !into) return formBack<PartAnswer>(422, { error: "not-valid" });
  const { part, text, method, revision, draft, intent } = sent;
  const error = textError(part, text);
  if (error) return formBack<PartAnswer>(422, { ...sent, error });
  // What is bound comes back from the browser.
  const id = String(from.id);
  const asked = { practiceId: id, into, part, text, method, seen: { revision, draft }, by };
  const answer = await orBack(
    () => commandOf[intent](asked),
    (code): PartAnswer => ({ ...sent, error: code }),
  );
  if (!answer) return;
  redirect(`${pathTo(locale, "desk", id, "translate", into)}?done=${intent}&part=${part}#part-${part}`);
}
