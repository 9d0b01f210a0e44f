import { getTranslations } from "next-intl/server";
import { DoneNotice } from "@/components/ui/notice";
import { Said } from "@/components/ui/said";
import type { SearchParams } from "@/lib/http/search-params";
import { formatMoment } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import type { ReviewAnswer } from "@/lib/review/form";
import type { DeskPractice } from "./decision-form";
import { DifferenceList } from "./difference";

const doneBy = { comment: "written", schedule: "timeSet", unschedule: "timeTaken", read: "markedRead" } as const;

/** The top of the page on which one decides: the practice, its state, what was just done, and the parts below. */
export async function ReviewHead({
  locale,
  found: { practice, state, publishAt, isTakenBack, duplicateOf, changes },
  search,
  answer,
}: {
  locale: Locale;
  found: DeskPractice;
  search: SearchParams;
  answer: ReviewAnswer | undefined;
}) {
  const t = await getTranslations({ locale });
  const done = Object.entries(doneBy).find(([code]) => code === search.done)?.[1];
  const parts = [
    ["decide", t("desk.decide")],
    ...(changes.length > 0 ? [["changes", t("review.changes")]] : []),
    ["fields", t("review.fields")],
    ["history", t("desk.history")],
    ["as-readers", t("desk.asReaders")],
  ];
  return (
    <>
      <a className="tap" href={pathTo(locale, "desk")}>
        {t("desk.backToQueue")}
      </a>
      <h1 className="text-h1">
        {t.rich("desk.reviewTitle", {
          title: practice.title,
          practice: (chunks) => <span lang={practice.lang === locale ? undefined : practice.lang}>{chunks}</span>,
        })}
      </h1>
      <p className="mt-2 text-lead font-bold">{t(`desk.state.${state}`)}</p>
      {isTakenBack && <p>{t("review.takenBack")}</p>}
      {publishAt && <p>{t("review.scheduled", { moment: formatMoment(publishAt, locale) })}</p>}
      {duplicateOf && (
        <p>
          {t.rich("review.duplicateOf", {
            title: duplicateOf.title.text,
            practice: () => (
              <a href={pathTo(locale, "desk", duplicateOf.id)}>
                <Said said={duplicateOf.title} locale={locale} />
              </a>
            ),
          })}
        </p>
      )}
      {(done || answer?.inserted) && (
        <DoneNotice data-draft-sent={done && typeof search.sent === "string" ? search.sent : undefined}>
          {t(done ? `review.${done}` : "review.inserted")}
        </DoneNotice>
      )}
      <nav aria-label={t("review.contents")} className="no-print">
        <ul className="flex flex-wrap gap-x-5">
          {parts.map(([id, name]) => (
            <li key={id}>
              <a className="tap" href={`#${id}`}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

/** What differs from what readers saw last; nothing of a practice that nobody has seen. */
export async function ReviewChanges({ locale, changes }: { locale: Locale; changes: DeskPractice["changes"] }) {
  const t = await getTranslations({ locale, namespace: "review" });
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="changes" className="mt-10">
      <h2 id="changes" className="text-h3">
        {t("changes")}
      </h2>
      <DifferenceList differences={changes} locale={locale} />
    </section>
  );
}
