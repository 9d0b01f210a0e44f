"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { retryJob, retryMail } from "@/lib/job/commands";
import { orBack, sessionOfAction } from "../desk-session";

const chosen = z.object({ kind: z.enum(["job", "mail"]), name: z.string().max(40), id: z.string().max(40) });

/** An administrator has a job or a mail that was given up tried once more. */
export async function tryAgain(from: { locale: string }, data: FormData): Promise<void> {
  const locale = readerLocale(from);
  const session = await sessionOfAction(locale);
  const { kind, name, id } = chosen.catch({ kind: "job", name: "", id: "" }).parse(Object.fromEntries(data));
  const retried = await orBack(
    () => (kind === "mail" ? retryMail(session, id) : retryJob(session, name, id)),
    (error) => ({ error, typed: "" }),
  );
  if (retried) redirect(`${pathTo(locale, "desk", "jobs")}?retried`);
}
