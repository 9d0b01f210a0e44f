import { database } from "../db.ts";
import { tokenHash } from "../form-guard/ticket.ts";
import { type Locale, locales } from "../i18n/locales.ts";
import { fromRows, wholePractice } from "../practice/rows.ts";
import type { State } from "../practice/rules.ts";

/** Whether the form of this key was stored already. */
export async function isSubmitted(key: string): Promise<boolean> {
  return (await database().submission.count({ where: { key } })) > 0;
}

/** What a contributor sees behind their private link; undefined where it is not one. */
export async function findSubmission(token: string) {
  const row = await database().submission.findUnique({
    where: { tokenHash: tokenHash(token) },
    include: {
      sender: true,
      practice: {
        include: {
          ...wholePractice,
          slugs: { where: { current: true } },
          decisions: { orderBy: { createdAt: "desc" }, take: 1 },
        },
      },
    },
  });
  if (!row) return undefined;
  const { practice } = row;
  const input = fromRows(practice);
  const slug = (locale: Locale) => practice.slugs.find((one) => one.locale === locale)?.slug;
  return {
    id: practice.id,
    state: practice.state as State,
    practice: input,
    title: input.texts[input.originalLocale]?.title ?? "",
    language: row.locale as Locale,
    email: row.sender.email ?? "",
    sentAt: row.createdAt,
    message: practice.decisions[0]?.message ?? undefined,
    slugs: Object.fromEntries(locales.map((locale) => [locale, slug(locale)])) as Record<Locale, string | undefined>,
  };
}
