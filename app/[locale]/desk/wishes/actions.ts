"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { DeskAnswer } from "@/lib/desk/answer";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { deleteWish } from "@/lib/search-wish/commands";
import { orBack, sessionOfAction } from "../desk-session";

const chosen = z.object({ id: z.string().max(40) });

/** An editor deletes what a reader looked for. */
export async function deleteOneWish(from: { locale: string }, data: FormData): Promise<void> {
  const locale = readerLocale(from);
  const by = await sessionOfAction(locale, data);
  const parsed = chosen.safeParse(Object.fromEntries(data));
  const deleted = await orBack(
    () => deleteWish(parsed.data?.id ?? "", by),
    (error): DeskAnswer => ({ error, typed: "" }),
  );
  if (deleted) redirect(`${pathTo(locale, "desk", "wishes")}?deleted`);
}
