import { getTranslations } from "next-intl/server";
import { formatMoment } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { ListedSession } from "@/lib/people/queries";
import { DeskTable } from "./desk-table";

/** Somebody's own sessions, each with a button that ends it; the one that they look from has none: they sign out. */
export async function SessionTable({
  locale,
  sessions,
  current,
  endOne,
  endOthers,
}: {
  locale: Locale;
  sessions: ListedSession[];
  /** The id of the session that they look from. */
  current: string | undefined;
  endOne: (data: FormData) => Promise<void>;
  endOthers: (data: FormData) => Promise<void>;
}) {
  const t = await getTranslations({ locale, namespace: "sessions" });
  return (
    <>
      <DeskTable label={t("title")} columns={[t("device"), t("begun"), t("lastUsed"), t("end")]}>
        {sessions.map((session) => (
          <tr key={session.id}>
            <th scope="row">{session.device ?? t("unknownDevice")}</th>
            <td>{formatMoment(session.begun, locale)}</td>
            <td>{formatMoment(session.lastUsed, locale)}</td>
            <td>
              {session.id === current ? (
                <strong>{t("thisOne")}</strong>
              ) : (
                <form action={endOne}>
                  <input type="hidden" name="id" value={session.id} />
                  <button type="submit" className="button">
                    {t("end")} <span className="sr-only">{formatMoment(session.begun, locale)}</span>
                  </button>
                </form>
              )}
            </td>
          </tr>
        ))}
      </DeskTable>
      {sessions.length > 1 && (
        <form action={endOthers} className="mt-6">
          <button type="submit" className="button button-strong">
            {t("endOthers")}
          </button>
        </form>
      )}
    </>
  );
}
