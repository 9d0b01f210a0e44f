import { getTranslations } from "next-intl/server";
import type { DeskAnswer } from "@/lib/desk/answer";
import type { Locale } from "@/lib/i18n/locales";
import { type Action, allowedActions } from "@/lib/reader-message/message";
import type { DeskMessage } from "./message-details";

const helpOf: Partial<Record<Action, "passOnHelp" | "publishHelp">> = {
  "pass-on": "passOnHelp",
  publish: "publishHelp",
};

/** What may be done with a reader's message now. */
export async function MessageDecision({
  locale,
  message,
  action,
  answer,
}: {
  locale: Locale;
  message: DeskMessage;
  action: (data: FormData) => Promise<void>;
  answer: DeskAnswer | undefined;
}) {
  const t = await getTranslations({ locale, namespace: "desk" });
  const allowed = allowedActions(message.kind, message.state);
  const helps = allowed.flatMap((one) => helpOf[one] ?? []);
  return (
    <section aria-labelledby="decide" className="mt-6 max-w-3xl">
      <h2 id="decide" className="text-h3">
        {t("decide")}
      </h2>
      {answer?.error && (
        <p role="alert" className="mt-3 border-4 border-brick p-4 font-bold">
          {answer.error === "conflict" ? t("messageConflict") : t("error.not-allowed")}
        </p>
      )}
      {helps.map((help) => (
        <p key={help} className="mt-2">
          {t(help)}
        </p>
      ))}
      {allowed.length === 0 ? (
        <p className="mt-2">{t("noDecision")}</p>
      ) : (
        <form action={action} className="mt-4 flex flex-wrap gap-4">
          <input type="hidden" name="id" value={message.id} />
          <input type="hidden" name="state" value={message.state} />
          {allowed.map((one) => (
            <button
              key={one}
              type="submit"
              name="action"
              value={one}
              className={one === "reject" || one === "unpublish" ? "button" : "button button-strong"}
            >
              {t(one)}
            </button>
          ))}
        </form>
      )}
    </section>
  );
}
