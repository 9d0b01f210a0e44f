import { getTranslations } from "next-intl/server";
import { Said } from "@/components/ui/said";
import { formatDay, languageName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import type { ListedTerm } from "@/lib/term/queries";

/** Words that readers proposed, each a way to its decision. */
export async function TermList({ terms, empty, locale }: { terms: ListedTerm[]; empty: string; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "word" });
  if (terms.length === 0) return <p className="mt-2">{empty}</p>;
  return (
    <ul className="mt-2 grid gap-2">
      {terms.map(({ id, kind, term, lang, createdAt }) => (
        <li key={id}>
          <a className="tap font-bold" href={pathTo(locale, "desk", "words", id)}>
            <Said said={{ text: term, lang }} locale={locale} />
          </a>{" "}
          <span className="text-muted">
            {[t(`kinds.${kind}`), languageName(lang, locale), formatDay(createdAt, locale)].join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
