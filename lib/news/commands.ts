import { createHash } from "node:crypto";
import { database } from "../db.ts";
import { locales } from "../i18n/locales.ts";
import { toSlug } from "../practice/rules.ts";
import { raisePublicVersion } from "../public-version.ts";
import type { NewsInput } from "./news.ts";

/** Publishes news from files; doing it twice does it once, by content hash. Returns the ids that were written. */
export async function importNews(items: NewsInput[]): Promise<string[]> {
  const written: string[] = [];
  await database().$transaction(async (tx) => {
    for (const { id, texts, sources, deadline, ...item } of items) {
      const importHash = createHash("sha256")
        .update(JSON.stringify({ id, texts, sources, deadline, ...item }))
        .digest("hex");
      const known = await tx.newsItem.findUnique({ where: { id }, select: { importHash: true } });
      if (known?.importHash === importHash) continue;
      if (written.length === 0) await raisePublicVersion(tx);
      const data = {
        ...item,
        state: "published",
        importHash,
        deadline: deadline ? new Date(deadline) : null,
        texts: {
          create: locales.map((locale) => {
            const { provenance, ...text } = texts[locale];
            const { source: sourceKey, ...rest } = provenance;
            return { locale, ...text, ...rest, sourceKey };
          }),
        },
        sources: { create: sources.map((source, position) => ({ position, ...source })) },
      };
      if (known) {
        await tx.newsText.deleteMany({ where: { newsId: id } });
        await tx.newsSource.deleteMany({ where: { newsId: id } });
        await tx.newsItem.update({ where: { id }, data });
      } else {
        await tx.newsItem.create({ data: { id, ...data } });
      }
      for (const locale of locales) {
        const where = { section: "news", locale };
        const wanted = texts[locale].slug ?? (toSlug(texts[locale].title) || id);
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
      written.push(id);
    }
  });
  return written;
}
