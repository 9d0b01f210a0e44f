import { ClaimNotice } from "@/components/desk/claim-notice";
import { may } from "@/lib/desk/rights";
import type { Locale } from "@/lib/i18n/locales";
import { getWork } from "@/lib/queue/queries";
import { type WorkKind, workRight } from "@/lib/queue/queue";
import type { Session } from "@/lib/session";
import { assignItem, giveBackItem, takeItem } from "./actions";

/** For the page of every item of the queue: who is at it and who looks after it, with the forms to change that. */
export async function WorkOn({
  locale,
  kind,
  subjectId,
  session,
}: {
  locale: Locale;
  kind: WorkKind;
  subjectId: string;
  session: Session;
}) {
  if (!may(session, workRight[kind])) return null;
  const from = { locale };
  return (
    <ClaimNotice
      {...{ locale, kind, subjectId }}
      me={session.editorId}
      work={await getWork(kind, subjectId)}
      mayAssign={may(session, "queue.assign")}
      take={takeItem.bind(null, from)}
      giveBack={giveBackItem.bind(null, from)}
      assign={assignItem.bind(null, from)}
    />
  );
}
