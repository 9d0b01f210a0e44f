"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { checkAgain } from "@/lib/link-check/commands";
import { standings } from "@/lib/link-check/outcome";
import { orBack, sessionOfAction } from "../desk-session";

const chosen = z.object({
  url: z.string().max(1000).catch(""),
  show: z.enum(standings).optional().catch(undefined),
});

/** An editor has a link looked at again. */
export async function lookAgain(from: { locale: string }, data: FormData): Promise<void> {
  const locale = readerLocale(from);
  const session = await sessionOfAction(locale);
  const { url, show } = chosen.parse(Object.fromEntries(data));
  const asked = await orBack(
    () => checkAgain(session, url),
    (error) => ({ error, typed: "" }),
  );
  if (asked) redirect(`${pathTo(locale, "desk", "links")}?${show ? `show=${show}&` : ""}asked`);
}
