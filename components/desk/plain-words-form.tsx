import { getTranslations } from "next-intl/server";
import { TextArea } from "@/components/ui/form-field";
import type { PlainWordsDraft } from "@/lib/desk/plain-words";
import { languageName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { limits } from "@/lib/practice/practice";
import type { DeskPractice } from "./decision-form";

/**
 * The versions in plain words, one for each language that has a text, with advice on how hard each is to read. Plain
 * HTML: one button measures and one saves; reading-level.js measures while one types, where scripts run.
 */
export async function PlainWordsForm({
  locale,
  found,
  revision,
  drafts,
  action,
}: {
  locale: Locale;
  found: DeskPractice;
  /** The one that the editor has read. */
  revision: number;
  drafts: PlainWordsDraft[];
  action: (data: FormData) => Promise<void>;
}) {
  const t = await getTranslations({ locale, namespace: "desk" });
  const words = String(limits.plainWords);
  return (
    <section aria-labelledby="write-plain-words" className="mt-8 max-w-3xl">
      <h2 id="write-plain-words" className="text-h3">
        {t("plainWords")}
      </h2>
      <p className="prose mt-2">{t("plainWordsText")}</p>
      {found.state === "published" && <p className="prose mt-2">{t("plainWordsPublic")}</p>}
      <form action={action}>
        <input type="hidden" name="practiceId" value={found.practice.id} />
        <input type="hidden" name="revision" value={revision} />
        {drafts.map(({ lang, name, value, error, advice, longSentences, summary, saved }) => (
          <div key={lang}>
            <TextArea
              name={name}
              label={t("plainWordsIn", { language: languageName(lang, locale) })}
              help={t("plainWordsHelp", { words })}
              error={error && t(`plainWordsError.${error}`, { words })}
              value={value}
              rows={8}
              maxLength={limits.section}
              lang={lang}
              data={{ "data-reading-level": pathTo(locale, "desk", "reading-level"), "data-advice": `level-${lang}` }}
            />
            <div id={`level-${lang}`} aria-live="polite" className="text-small">
              <p>{advice}</p>
              {/* The script fills it; while it is empty, nobody meets it. */}
              <ul lang={lang} className="list-disc ps-6 empty:hidden">
                {longSentences.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </div>
            {summary && <p className="text-small text-muted">{summary}</p>}
            {saved !== undefined && (
              <div className="mt-2 border-s-4 border-line ps-4">
                <p className="font-bold">{t(saved ? "plainWordsSavedNow" : "plainWordsSavedNothing")}</p>
                {saved && (
                  <p lang={lang} className="whitespace-pre-line">
                    {saved}
                  </p>
                )}
              </div>
            )}
          </div>
        ))}
        <div className="mt-4 flex flex-wrap gap-4">
          <button type="submit" name="intent" value="check" className="button">
            {t("checkLevel")}
          </button>
          <button type="submit" name="intent" value="save" className="button button-strong">
            {t("save")}
          </button>
        </div>
        <script src="/reading-level.js" defer data-own="" />
      </form>
    </section>
  );
}
