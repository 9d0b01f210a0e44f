import { getTranslations } from "next-intl/server";
import type { LogChange } from "@/lib/audit/filters";
import type { LogEntry } from "@/lib/audit/queries";
import { colon, formatMoment } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { DeskTable } from "./desk-table";

/** Entries of the log in words; what has no words of its own yet stands there as its code. */
export async function LogTable({ locale, entries }: { locale: Locale; entries: LogEntry[] }) {
  const t = await getTranslations({ locale, namespace: "log" });
  const who = ({ actor, actorKind }: LogEntry) => {
    if (actor === undefined) return t.has(`actor.${actorKind}`) ? t(`actor.${actorKind}`) : actorKind;
    return actor ?? t("removed");
  };
  return (
    <DeskTable label={t("title")} columns={[t("when"), t("who"), t("what"), t("subject"), t("changes")]}>
      {entries.map((entry) => (
        <tr key={entry.id}>
          <td>
            <time dateTime={entry.at.toISOString()}>{formatMoment(entry.at, locale)}</time>
          </td>
          <td>{who(entry)}</td>
          <td>{t.has(`action.${entry.action}`) ? t(`action.${entry.action}`) : <code>{entry.action}</code>}</td>
          <td>
            {t.has(`kind.${entry.subjectKind}`) ? t(`kind.${entry.subjectKind}`) : entry.subjectKind}{" "}
            <Subject entry={entry} locale={locale} />
          </td>
          <td>{entry.changes.length > 0 && <Changes changes={entry.changes} locale={locale} />}</td>
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

async function Changes({ changes, locale }: { changes: LogChange[]; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "log" });
  return (
    <ul>
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          {(t.has(`field.${field}`) ? t(`field.${field}`) : field) +
            colon(locale) +
            [before, after].map((value) => value || t("nothing")).join(" → ")}
        </li>
      ))}
    </ul>
  );
}
