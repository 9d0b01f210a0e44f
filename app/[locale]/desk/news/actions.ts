"use server";

import { redirect } from "next/navigation";
import { dayInBrussels } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { saveNews } from "@/lib/news/commands";
import { type NewsForm, newNewsId, parseNews, readNewsValues, stateOfIntent } from "@/lib/news/form";
import { getNewsAtDesk } from "@/lib/news/queries";
import { formBack, orBack, sessionOfAction } from "../desk-session";

/** A news item or a call as an editor has typed it: shown, kept, published or taken down. */
export async function writeNews(to: { locale: Locale; id: string | undefined }, data: FormData): Promise<void> {
  const by = await sessionOfAction(to.locale, data);
  const values = readNewsValues(data);
  const read = Number(data.get("revision") || Number.NaN);
  const known = to.id === undefined ? undefined : await getNewsAtDesk(String(to.id));
  const back = (form: Partial<NewsForm>): NewsForm => ({ values, errors: {}, revision: read, ...form });
  const today = dayInBrussels();
  const parsed = parseNews(values, { before: known?.news, id: newNewsId(values, today), today });
  if ("errors" in parsed) return formBack(422, back(parsed));
  const { news } = parsed;
  const state = stateOfIntent(data.get("intent"));
  if (!state) return formBack(200, back({ preview: news }));
  const seen = { revision: to.id === undefined ? undefined : read };
  const saved = await orBack(
    () => saveNews({ news, seen, state, by }),
    (code) =>
      back({ error: code, ...(code === "conflict" && known && { revision: known.revision, saved: known.news }) }),
  );
  if (saved) redirect(`${pathTo(to.locale, "desk", "news")}?done=${state}`);
}
