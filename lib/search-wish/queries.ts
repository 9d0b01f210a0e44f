import { database } from "../db.ts";
import type { Locale } from "../i18n/locales.ts";

/** So many wishes are listed. */
export const mostWishes = 100;

/** Whether the form of this key was stored already. */
export async function isWishStored(key: string): Promise<boolean> {
  return (await database().searchWish.count({ where: { key } })) > 0;
}

/** What readers looked for, for editors: the latest first. Pages ask for the session first. */
export async function listWishes() {
  const rows = await database().searchWish.findMany({
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: mostWishes,
    select: { id: true, locale: true, query: true, text: true, createdAt: true },
  });
  return rows.map(({ locale, text, createdAt, ...row }) => ({
    ...row,
    lang: locale as Locale,
    text: text ?? undefined,
    sentAt: createdAt,
  }));
}

/** One row of the editors' list. */
export type ListedWish = Awaited<ReturnType<typeof listWishes>>[number];
