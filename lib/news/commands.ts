import { createHash } from "node:crypto";
import { audit } from "../audit/commands.ts";
import { database, type Transaction } from "../db.ts";
import { demand, type Member } from "../desk/rights.ts";
import { locales } from "../i18n/locales.ts";
import { languageFor, toSlug } from "../practice/rules.ts";
import { lockPublicWrites, raisePublicVersion } from "../public-version.ts";
import { Refusal } from "../refusal.ts";
import type { DeskNews, NewsInput, NewsState } from "./news.ts";

/**
 * Publishes news from files; doing it twice does it once, by content hash. What an editor has changed since is left as
 * it is.
 * @returns the ids that were written, and those that files and editors have both changed
 */
export async function importNews(items: NewsInput[]): Promise<{ written: string[]; conflicts: string[] }> {
  const [written, conflicts]: [string[], string[]] = [[], []];
  await database().$transaction(async (tx) => {
    await lockPublicWrites(tx);
    for (const item of items) {
      const { id, texts, sources, deadline, ...rest } = item;
      const importHash = createHash("sha256")
        .update(JSON.stringify({ id, texts, sources, deadline, ...rest }))
        .digest("hex");
      const known = await tx.newsItem.findUnique({ where: { id }, select: { importHash: true, editedAt: true } });
      if (known?.importHash === importHash) continue;
      if (known?.editedAt) {
        conflicts.push(id);
        continue;
      }
      if (written.length === 0) await raisePublicVersion(tx);
      await writeNews(tx, item, { state: "published", importHash });
      written.push(id);
    }
  });
  return { written, conflicts };
}

/** Writes an item whole and, where readers see it, its addresses; the slugs it had before stay, and redirect. */
async function writeNews(
  tx: Transaction,
  { id, texts, sources, deadline, resultsExpected, ownerUnit, ...item }: DeskNews,
  known: { state: NewsState; importHash?: string; editedAt?: Date },
): Promise<number> {
  const available = locales.filter((locale) => texts[locale]);
  const data = {
    ...{ ...item, ...known },
    // What was taken out of a form is gone.
    ...{ resultsExpected: resultsExpected ?? {}, ownerUnit: ownerUnit ?? {} },
    deadline: deadline ? new Date(deadline) : null,
    texts: {
      create: available.flatMap((locale) => {
        const text = texts[locale];
        if (!text) return [];
        const { provenance, ...words } = text;
        const { source: sourceKey, ...rest } = provenance;
        return [{ locale, ...words, ...rest, sourceKey }];
      }),
    },
    sources: { create: sources.map((source, position) => ({ position, ...source })) },
  };
  await tx.newsText.deleteMany({ where: { newsId: id } });
  await tx.newsSource.deleteMany({ where: { newsId: id } });
  const { revision } = await tx.newsItem.upsert({
    where: { id },
    create: { id, ...data, revision: 1 },
    update: { ...data, revision: { increment: 1 } },
    select: { revision: true },
  });
  if (known.state !== "published") return revision;
  for (const locale of locales) {
    const where = { section: "news", locale };
    const text = texts[languageFor(available, locale, item.originalLocale)];
    const wanted = text?.slug ?? (toSlug(text?.title ?? "") || id);
    // As with practices, a slug that is someone else's is not taken away from them.
    const taken = await tx.slug.findFirst({ where: { ...where, slug: wanted, NOT: { newsId: id } } });
    const slug = taken ? `${wanted}-${id}` : wanted;
    await tx.slug.updateMany({ where: { ...where, newsId: id }, data: { current: false } });
    await tx.slug.upsert({
      where: { section_locale_slug: { ...where, slug } },
      create: { ...where, slug, newsId: id, current: true },
      update: { current: true },
    });
  }
  return revision;
}

/**
 * What an editor has written of an item, new or not. Readers see it at once where it is published.
 * @param seen the revision that was read; none of a new item
 * @param state what it is to be from now on
 * @throws Refusal not-allowed, conflict (also where a new item's id is taken)
 */
export async function saveNews({
  news,
  seen,
  state,
  by,
}: {
  news: DeskNews;
  seen: { revision: number | undefined };
  state: NewsState;
  by: Member;
}): Promise<void> {
  demand(by, "news.edit");
  await database().$transaction(async (tx) => {
    await lockPublicWrites(tx);
    const known = await tx.newsItem.findUnique({
      where: { id: news.id },
      select: { revision: true, state: true },
    });
    if (known?.revision !== seen.revision) throw new Refusal("conflict");
    const revision = await writeNews(tx, news, { state, editedAt: new Date() });
    if (state === "published" || known?.state === "published") await raisePublicVersion(tx);
    await audit(tx, {
      ...{ actor: { kind: "editor", id: by.editorId }, action: "news.save", subjectId: news.id },
      before: known ? { revision: known.revision, state: known.state } : undefined,
      after: { revision, state },
    });
  });
}
