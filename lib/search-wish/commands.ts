import { audit } from "../audit/commands.ts";
import { database } from "../db.ts";
import { demand, type Member } from "../desk/rights.ts";
import type { Locale } from "../i18n/locales.ts";
import { Refusal } from "../refusal.ts";
import type { Wish } from "./wish.ts";

/**
 * Stores what a reader looked for. A form that arrives twice, by its key, is stored once.
 * @param locale the language of its form
 */
export async function sendWish(wish: Wish, locale: Locale, key: string): Promise<void> {
  await database().searchWish.createMany({ data: [{ ...wish, locale, key }], skipDuplicates: true });
}

/**
 * Deletes what a reader looked for, for good. Of two editors at once the second is refused.
 * @throws Refusal not-allowed, conflict where it is gone already
 */
export async function deleteWish(id: string, by: Member): Promise<void> {
  demand(by, "wish.delete");
  await database().$transaction(async (tx) => {
    const { count } = await tx.searchWish.deleteMany({ where: { id } });
    if (count === 0) throw new Refusal("conflict");
    await audit(tx, { actor: { kind: "editor", id: by.editorId }, action: "wish.delete", subjectId: id });
  });
}
