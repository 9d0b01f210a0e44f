import { getTranslations } from "next-intl/server";
import type { LogEntry } from "@/lib/audit/queries";
import { colon, formatList, formatMoment } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { DeskTable } from "./desk-table";
import { type LogWords, logWords } from "./log-words";

/** Entries of the log in words. */
export async function LogTable({ locale, entries }: { locale: Locale; entries: LogEntry[] }) {
  const [t, words] = await Promise.all([getTranslations({ locale, namespace: "log" }), logWords(locale)]);
  const who = ({ actor, actorKind }: LogEntry) =>
    actor === undefined ? words.actor(actorKind) : (actor ?? t("removed"));
  return (
    <DeskTable label={t("title")} columns={[t("when"), t("who"), t("what"), t("subject"), t("changes")]}>
      {entries.map((entry) => (
        <tr key={entry.id}>
          <td>
            <time dateTime={entry.at.toISOString()}>{formatMoment(entry.at, locale)}</time>
          </td>
          <td>{who(entry)}</td>
          <td>{words.action(entry.action)}</td>
          <td>
            {words.kind(entry.subjectKind)} <Subject entry={entry} locale={locale} />
          </td>
          <td>{entry.changes.length > 0 && <Changes {...{ entry, words, locale }} />}</td>
        </tr>
      ))}
    </DeskTable>
  );
}

function Subject({ entry, locale }: { entry: LogEntry; locale: Locale }) {
  const { subject, subjectKind, subjectId } = entry;
  const shown = subject ?? <code className="break-all">{subjectId}</code>;
  const below = subjectKind === "practice" ? [] : subjectKind === "member" && subject ? ["people"] : undefined;
  if (!below) return shown;
  return (
    <a className="tap" href={pathTo(locale, "desk", ...below, subjectId)}>
      {shown}
    </a>
  );
}

function Changes({ entry, words, locale }: { entry: LogEntry; words: LogWords; locale: Locale }) {
  const said = (field: string, values: string[]) =>
    values.length === 0
      ? words.nothing
      : formatList(
          values.map((value) => words.value(entry.subjectKind, field, value)),
          locale,
        );
  return (
    <ul>
      {entry.changes.map(({ field, before, after }) => (
        <li key={field}>
          {words.field(field) + colon(locale)}
          {before.length > 0 && `${said(field, before)} → `}
          {said(field, after)}
        </li>
      ))}
    </ul>
  );
}
