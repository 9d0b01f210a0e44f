import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/locales";
import type { Translation } from "@/lib/translation/queries";

/** One button that gives readers all that is kept as a draft in a language. */
export async function DraftsForm({
  found,
  action,
  locale,
}: {
  found: Translation;
  action: (data: FormData) => Promise<void>;
  locale: Locale;
}) {
  const drafts = found.parts.filter(({ hasDraft }) => hasDraft).length;
  if (!found.lastDraft) return null;
  const t = await getTranslations({ locale, namespace: "translation" });
  return (
    <form action={action} className="mt-4 flex flex-wrap items-center gap-4">
      <input type="hidden" name="part" value="title" />
      <input type="hidden" name="revision" value={found.revision} />
      <input type="hidden" name="draft" value={found.lastDraft} />
      <button type="submit" name="intent" value="publish-drafts" className="button">
        {t("publishDrafts", { count: drafts })}
      </button>
    </form>
  );
}
