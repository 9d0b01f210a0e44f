import { getTranslations } from "next-intl/server";
import { formatMoment } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { ListedSession } from "@/lib/people/queries";

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
      <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={t("title")}>
        <table className="w-full">
          <thead>
            <tr>
              <th scope="col">{t("device")}</th>
              <th scope="col">{t("begun")}</th>
              <th scope="col">{t("lastUsed")}</th>
              <th scope="col">{t("end")}</th>
            </tr>
          </thead>
          <tbody>
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
          </tbody>
        </table>
      </div>
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
