import { getTranslations } from "next-intl/server";
import { DifferenceList } from "@/components/desk/difference";
import { TextArea, TickField } from "@/components/ui/form-field";
import { DoneNotice } from "@/components/ui/notice";
import { languageName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { inLanguage } from "@/lib/review/field";
import { longest, machineField, type PartAnswer } from "@/lib/translation/form";
import type { Translation, TranslationPart } from "@/lib/translation/queries";
import { PartState } from "./part-state";
import { TextTerms } from "./text-terms";

/**
 * One part: what the original says, with the words of the field, and beside it the form of its translation. Of one whose
 * form has come back, what was typed, and what others have written meanwhile.
 */
export async function PartForm({
  found,
  one,
  name,
  done,
  answer,
  action,
  locale,
}: {
  found: Translation;
  one: TranslationPart;
  name: string;
  /** What has just been done about it, in words. */
  done?: string;
  answer: PartAnswer | undefined;
  action: (data: FormData) => Promise<void>;
  locale: Locale;
}) {
  const t = await getTranslations({ locale });
  const { part, source, sourceBefore, target, draft, state, behind } = one;
  const { original, into } = found;
  const inConflict = answer?.error === "conflict";
  // A form that came back goes on from what it was sent with; a conflict has shown what is there now.
  const sent = answer && !inConflict ? answer : undefined;
  const value = answer?.text ?? draft?.text ?? target ?? "";
  const method = answer?.method ?? draft?.method ?? (target === undefined ? "human" : one.method);
  const saved = inConflict ? (draft?.text ?? target ?? "") : undefined;
  // What was typed over another text is not put back over this one.
  const local = ["translation", found.id, into, part, one.at?.toISOString(), draft?.at.toISOString()].join(" ").trim();
  // Of the text that readers have, where that is what stands in the form.
  const maySayRight = target !== undefined && !draft;
  const mayReview = maySayRight && !behind && state !== "reviewed" && !one.isOwn;
  return (
    <section aria-labelledby={`part-${part}`} className="mt-8 border-t-2 border-line pt-4">
      <h2 id={`part-${part}`} className="text-h2">
        {name}
      </h2>
      {done && <DoneNotice>{done}</DoneNotice>}
      <PartState one={one} locale={locale} />
      <div className="grid gap-x-8 wide:grid-cols-2">
        <div>
          <h3 className="mt-4 font-bold">
            {t("translation.originalIn", { language: languageName(original, locale) })}
          </h3>
          {source === undefined ? (
            <p className="mt-1">{t("translation.noSource")}</p>
          ) : (
            <p lang={original} className="mt-1 whitespace-pre-line">
              {source}
            </p>
          )}
          {sourceBefore !== undefined && (
            <div className="mt-4 border-s-4 border-brick ps-4">
              <h3 className="font-bold">{t("translation.changed")}</h3>
              <DifferenceList
                differences={[{ path: `texts.${original}.${part}`, before: sourceBefore, after: source }]}
                locale={locale}
                level={4}
              />
            </div>
          )}
          <TextTerms terms={one.terms} from={original} into={into} locale={locale} />
        </div>
        <form
          action={action}
          noValidate
          data-draft={answer ? undefined : local}
          data-draft-over=""
          data-draft-found={t("submit.draftFound")}
          data-draft-delete={t("submit.draftDelete")}
        >
          <input type="hidden" name="part" value={part} />
          <input type="hidden" name="revision" value={sent?.revision ?? found.revision} />
          <input type="hidden" name="draft" value={sent?.draft ?? draft?.at.toISOString() ?? ""} />
          <TextArea
            name={part}
            label={inLanguage(name, into, locale)}
            help={draft && !answer ? t("translation.draftShown") : undefined}
            error={answer && t(`translation.error.${answer.error as "conflict"}`)}
            value={value}
            rows={
              part === "title" || part === "subtitle" ? 2 : Math.min(24, 4 + Math.ceil((source ?? value).length / 70))
            }
            maxLength={longest(part)}
            lang={into}
            data={{ "data-paste": pathTo(locale, "desk", "paste") }}
          />
          {saved !== undefined && (
            <div className="mt-2 border-s-4 border-line ps-4">
              <p className="font-bold">{t(saved ? "translation.savedNow" : "translation.savedNothing")}</p>
              <p lang={into} className="whitespace-pre-line">
                {saved}
              </p>
            </div>
          )}
          <TickField name={machineField(part)} label={t("translation.machineMade")} checked={method === "machine"} />
          <p className="mt-3 flex flex-wrap gap-3">
            <button type="submit" name="intent" value="publish" className="button button-strong">
              {t(found.slug ? "translation.publish" : "translation.saveText")}
            </button>
            <button type="submit" name="intent" value="draft" className="button">
              {t("translation.keepDraft")}
            </button>
            {maySayRight && behind && (
              <button type="submit" name="intent" value="still-right" className="button">
                {t("translation.stillRight")}
              </button>
            )}
            {mayReview && (
              <button type="submit" name="intent" value="review" className="button">
                {t("translation.review")}
              </button>
            )}
          </p>
        </form>
      </div>
    </section>
  );
}
