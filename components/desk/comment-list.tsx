import { getTranslations } from "next-intl/server";
import { Said } from "@/components/ui/said";
import { colon, formatMoment } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { DeskPractice } from "./decision-form";
import { fieldWords } from "./field-words";

/** What editors and the contributor have written to each other, oldest first; nothing where nobody has. */
export async function CommentList({
  locale,
  comments,
  language,
  markRead,
}: {
  locale: Locale;
  comments: DeskPractice["comments"];
  /** The contributor's: the one that they are written in. */
  language: Locale;
  /** Takes what waits for an answer out of the queue without one; none for whoever may not. */
  markRead: ((data: FormData) => Promise<void>) | undefined;
}) {
  const [t, said] = await Promise.all([getTranslations({ locale, namespace: "review" }), fieldWords(locale)]);
  if (comments.length === 0) return null;
  const last = comments.at(-1);
  return (
    <section aria-labelledby="comments" className="mt-10">
      <h2 id="comments" className="text-h3">
        {t("commentsWritten")}
      </h2>
      <ol className="mt-3 grid gap-4">
        {comments.map(({ id, field, text, at, isOurs, by }) => (
          <li key={id} className="border-s-4 border-line ps-4">
            <p className="text-small text-muted">
              {formatMoment(at, locale)}, {t(isOurs ? "byUs" : "byContributor")}
              {by && ` (${by})`}
            </p>
            <p className="whitespace-pre-line">
              {field && <span className="font-bold">{said.heading(field) + colon(locale)}</span>}
              <Said said={{ text, lang: language }} locale={locale} />
            </p>
          </li>
        ))}
      </ol>
      {last && !last.isOurs && !last.readAt && markRead && (
        <form action={markRead} className="mt-3">
          <input type="hidden" name="comment" value={last.id} />
          <button type="submit" className="button">
            {t("markRead")}
          </button>
        </form>
      )}
    </section>
  );
}
