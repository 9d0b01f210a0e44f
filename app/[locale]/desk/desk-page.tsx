import { redirect } from "next/navigation";
import { isValidElement, type ReactNode } from "react";
import { DeskFrame } from "@/components/desk/desk-frame";
import { SignInForm } from "@/components/desk/sign-in-form";
import { alternatesOf, PageFrame } from "@/components/layout/page-frame";
import { ProblemPage } from "@/components/layout/problem-page";
import type { DeskAnswer } from "@/lib/desk/answer";
import { linkMinutes } from "@/lib/desk/auth";
import { type DeskAction, may } from "@/lib/desk/rights";
import { answerWithStatus, formAnswer } from "@/lib/http/answer";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { currentSession, ownSession, type Session } from "@/lib/session";
import { problemPage } from "../problem";
import { requestLink, signOut } from "./sign-in/actions";

/**
 * Every page of the desk: the way in for whoever is not signed in (401), a refusal for whoever has not the right (403),
 * else the frame with what `content` makes of the session.
 * @param below the segments of its address below the desk's
 * @param right what one must be allowed to see it
 * @param content what stands in the frame; what problemPage returns stands alone
 */
export async function deskPage(
  locale: Locale,
  below: string[],
  right: DeskAction,
  content: (session: Session) => Promise<ReactNode>,
) {
  const alternates = alternatesOf("desk", { below });
  const session = await currentSession();
  if (!session) {
    const answer = formAnswer<DeskAnswer>();
    if (!answer && (await ownSession())?.waitsForCode) {
      redirect(`${pathTo(locale, "desk", "code")}?${new URLSearchParams({ to: alternates[locale] })}`);
    }
    // The desk's own address is where one signs in; what became of asking for a link has its own status.
    if (below.length > 0 && !answer?.done && !answer?.error) answerWithStatus(401);
    return (
      <PageFrame locale={locale} alternates={alternates} current="desk">
        <SignInForm
          locale={locale}
          action={requestLink.bind(null, locale)}
          minutes={linkMinutes}
          answer={answer}
          to={alternates[locale]}
        />
      </PageFrame>
    );
  }
  if (!may(session, right)) return problemPage(locale, 403);
  const shown = await content(session);
  if (isValidElement(shown) && shown.type === ProblemPage) return shown;
  return (
    <DeskFrame
      locale={locale}
      alternates={alternates}
      session={session}
      signOut={signOut.bind(null, locale)}
      below={below}
    >
      {shown}
    </DeskFrame>
  );
}
