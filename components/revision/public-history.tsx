import { getTranslations } from "next-intl/server";
import { formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { listPublicChanges } from "@/lib/revision/queries";
import { ChangedList } from "./changed-list";

type History = NonNullable<Awaited<ReturnType<typeof listPublicChanges>>>;

/** What happened to a page, newest first: the day, the kind of change, and what it touched. */
export async function PublicHistory({ history, locale }: { history: History; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "history" });
  const { changes, more } = history;
  return (
    <>
      <ol className="mt-6 grid gap-5 border-s-4 border-brick ps-4" reversed>
        {changes.map((change, at) => {
          // What was there first is what the page began with: all of it is new, so no part is named.
          const isFirst = more === 0 && at === changes.length - 1;
          return (
            <li key={`${change.at.getTime()} ${change.what === "revision" ? change.kind : change.action}`}>
              <p>
                <time dateTime={change.at.toISOString()} className="font-bold">
                  {formatDay(change.at, locale)}
                </time>{" "}
                {isFirst
                  ? t("first")
                  : change.what === "decision"
                    ? t(`decision.${change.action}`)
                    : t(`kind.${change.kind}`)}
              </p>
              {change.what === "revision" && !isFirst && <ChangedList changed={change.changed} locale={locale} />}
            </li>
          );
        })}
      </ol>
      {more > 0 && <p className="mt-4 text-muted">{t("more", { count: more })}</p>}
    </>
  );
}
