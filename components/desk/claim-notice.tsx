import { getTranslations } from "next-intl/server";
import { formatMoment } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { Work } from "@/lib/queue/queries";
import type { WorkKind } from "@/lib/queue/queue";

type Action = (data: FormData) => Promise<void>;

/**
 * Who is at an item of the queue and who looks after it, with the forms to change that. It tells, and keeps nobody from
 * anything.
 */
export async function ClaimNotice({
  locale,
  kind,
  subjectId,
  work: { assignee, claim, members },
  me,
  mayAssign,
  take,
  giveBack,
  assign,
}: {
  locale: Locale;
  kind: WorkKind;
  subjectId: string;
  work: Work;
  /** The id of who reads this. */
  me: string;
  mayAssign: boolean;
  take: Action;
  giveBack: Action;
  assign: Action;
}) {
  const t = await getTranslations({ locale, namespace: "queue" });
  const isMine = claim?.by.id === me;
  const item = (
    <>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="subjectId" value={subjectId} />
    </>
  );
  return (
    <section aria-label={t("work")} className="mt-4 max-w-3xl border-s-4 border-line ps-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className={claim && !isMine ? "font-bold" : undefined}>
          {claim
            ? t(isMine ? "youAreAtIt" : "isAtIt", { name: claim.by.name, until: formatMoment(claim.until, locale) })
            : t("nobodyIsAtIt")}
        </p>
        <form action={isMine ? giveBack : take}>
          {item}
          {claim && !isMine && <input type="hidden" name="seen" value={claim.by.id} />}
          <button type="submit" className="button">
            {isMine ? t("giveBack") : t(claim ? "takeOver" : "take")}
          </button>
        </form>
      </div>
      {mayAssign ? (
        <form action={assign} className="mt-2 flex flex-wrap items-end gap-x-4 gap-y-2">
          {item}
          <label className="min-w-0 grow font-bold sm:max-w-80">
            {t("lookedAfterBy")}
            <select name="to" defaultValue={assignee?.id ?? ""} className="field mt-1 font-normal">
              <option value="">{t("nobody")}</option>
              {members.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className="button">
            {t("assign")}
          </button>
        </form>
      ) : (
        assignee && <p>{t("assignee", { name: assignee.name })}</p>
      )}
    </section>
  );
}
