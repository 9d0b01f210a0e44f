import { serverEnv } from "../env.ts";
import { privateToken } from "../form-guard/ticket.ts";
import type { Locale } from "../i18n/locales.ts";
import { pathTo } from "../i18n/routes.ts";
import { writeLetter } from "../mail/letters.ts";
import { queueMail } from "../mail/queue.ts";
import { decide, type PracticeDecision } from "../practice/commands.ts";
import type { Action, State } from "../practice/rules.ts";
import { absolute } from "../site.ts";
import { privatePath } from "../submission/commands.ts";

const letterOf = {
  publish: "published",
  "ask-changes": "changes",
  reject: "rejected",
  unpublish: "unpublished",
} as const satisfies Partial<Record<Action, string>>;

/**
 * An editor's decision, with the mail that tells the contributor of it in their language.
 * @throws Refusal as `decide` does
 */
export async function decideAndTell(decision: PracticeDecision & { action: keyof typeof letterOf }): Promise<State> {
  return decide(decision, async (tx, decisionId) => {
    const submission = await tx.submission.findUnique({
      where: { practiceId: decision.practiceId },
      include: { sender: true, practice: { include: { texts: true, slugs: { where: { current: true } } } } },
    });
    if (!submission?.sender.email) return;
    const locale = submission.locale as Locale;
    const { texts, slugs } = submission.practice;
    const title = texts.find((text) => text.locale === locale)?.title ?? "";
    const slug = slugs.find((one) => one.locale === locale)?.slug;
    const link =
      decision.action === "publish" && slug
        ? absolute(pathTo(locale, "catalogue", slug))
        : absolute(privatePath(locale, privateToken(serverEnv().SESSION_SECRET, submission.key)));
    const letter = await writeLetter(locale, letterOf[decision.action], {
      title,
      link,
      message: decision.message.trim(),
    });
    await queueMail(tx, { key: `decision ${decisionId}`, recipient: submission.sender.email, locale, ...letter });
  });
}
