import { getTranslations } from "next-intl/server";
import { TextArea } from "@/components/ui/form-field";
import type { DeskAnswer } from "@/lib/desk/answer";
import type { getDeskPractice } from "@/lib/desk/queries";
import { languageName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { allowedActions } from "@/lib/practice/rules";

const offered = ["publish", "ask-changes", "reject", "unpublish"] as const;

export type DeskPractice = NonNullable<Awaited<ReturnType<typeof getDeskPractice>>>;

/** The decisions that may be taken now, with the message that goes with them. */
export async function DecisionForm({
  locale,
  found,
  revision,
  mayDecide,
  action,
  answer,
}: {
  locale: Locale;
  found: DeskPractice;
  /** The one that the editor has read. */
  revision: number;
  mayDecide: boolean;
  action: (data: FormData) => Promise<void>;
  answer: DeskAnswer | undefined;
}) {
  const t = await getTranslations({ locale, namespace: "desk" });
  const allowed = mayDecide ? offered.filter((action) => allowedActions(found.state, "desk").includes(action)) : [];
  const { practice, sender } = found;
  const language = languageName(sender?.language ?? practice.originalLocale, locale);
  const error = answer?.error && t(`error.${answer.error as "conflict"}`);
  return (
    <section aria-labelledby="decide" className="mt-6 max-w-3xl">
      <h2 id="decide" className="text-h3">
        {t("decide")}
      </h2>
      {error && (
        <p role="alert" className="mt-3 border-4 border-brick p-4 font-bold">
          {error}
        </p>
      )}
      {found.state === "published" && (
        <a className="tap" href={pathTo(locale, "catalogue", practice.slugs[locale])}>
          {t("seePublic")}
        </a>
      )}
      {allowed.length === 0 ? (
        <p className="mt-2">{t("noDecision")}</p>
      ) : (
        <form action={action}>
          <input type="hidden" name="practiceId" value={practice.id} />
          <input type="hidden" name="revision" value={revision} />
          <input type="hidden" name="state" value={found.state} />
          <TextArea
            name="message"
            label={t("message")}
            help={t("messageHelp", { language })}
            error={answer?.error === "message-missing" ? error : undefined}
            value={answer?.typed ?? ""}
            rows={4}
            maxLength={5000}
          />
          <div className="mt-4 flex flex-wrap gap-4">
            {allowed.map((one) => (
              <button
                key={one}
                type="submit"
                name="action"
                value={one}
                className={one === "publish" ? "button button-strong" : "button"}
              >
                {t(one)}
              </button>
            ))}
          </div>
        </form>
      )}
    </section>
  );
}
