import { getTranslations } from "next-intl/server";
import { DifferenceList } from "@/components/desk/difference";
import { DoneNotice, ErrorNotice } from "@/components/ui/notice";
import { type Part, type Piece, parts } from "@/lib/editing/fields";
import { pieceKey } from "@/lib/editing/form";
import type { Editing } from "@/lib/editing/queries";
import type { EditAnswer } from "@/lib/editing/receive";
import { formatMoment } from "@/lib/i18n/format";
import { endonym, type Locale, locales } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";

/** The ways between the parts of the form, and between the languages of the texts. */
export async function EditParts({
  locale,
  id,
  piece,
  original,
}: {
  locale: Locale;
  id: string;
  piece: Piece;
  original: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "editing" });
  const to = (part: Part, text: Locale) => `${pathTo(locale, "desk", id, "edit")}?part=${part}&text=${text}`;
  return (
    <>
      <nav aria-label={t("parts")} className="mt-4">
        <ul className="flex flex-wrap gap-x-5">
          {parts.map((part) => (
            <li key={part}>
              <a
                className="nav-link"
                href={to(part, piece.text)}
                aria-current={part === piece.part ? "page" : undefined}
              >
                {t(`part.${part}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {piece.part === "texts" && (
        <nav aria-label={t("languages")}>
          <ul className="flex flex-wrap gap-x-5">
            {locales.map((text) => (
              <li key={text}>
                <a
                  className="nav-link"
                  href={to("texts", text)}
                  aria-current={text === piece.text ? "page" : undefined}
                >
                  {text === original ? t("original", { language: endonym(text) }) : endonym(text)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}

/** What an editor must know before they type: what was done, what others do, what they themselves have kept. */
export async function EditNotices({
  locale,
  found,
  piece,
  answer,
  done,
  isCopy,
  action,
}: {
  locale: Locale;
  found: Editing;
  piece: Piece;
  answer: EditAnswer | undefined;
  done: string | undefined;
  /** Whether the form shows the working copy. */
  isCopy: boolean;
  action: (data: FormData) => Promise<void>;
}) {
  const t = await getTranslations({ locale, namespace: "editing" });
  const said = (["saved", "merged", "kept", "discarded"] as const).find((one) => one === done);
  const copy = found.own[pieceKey(piece)];
  const here = `${pathTo(locale, "desk", found.meta.id, "edit")}?part=${piece.part}&text=${piece.text}`;
  return (
    <>
      {said && !answer && (
        <DoneNotice data-kept-sent={said === "kept" ? undefined : `${found.meta.id} ${pieceKey(piece)}`}>
          {t(`done.${said}`)}
        </DoneNotice>
      )}
      {found.state === "published" && <p className="prose mt-4">{t("public")}</p>}
      {found.others.map(({ name, at }) => (
        <p key={name} className="mt-4 border-s-4 border-brick bg-wash px-4 py-3 font-bold">
          {t("other", { name, since: formatMoment(at, locale) })}
        </p>
      ))}
      {answer?.refused && <ErrorNotice>{t(answer.refused === "conflict" ? "conflict" : "refused")}</ErrorNotice>}
      {answer?.clash && answer.clash.length > 0 && (
        <section aria-labelledby="clash" className="mt-4 border-s-4 border-line ps-4">
          <h2 id="clash" className="text-h3">
            {t("clash")}
          </h2>
          <p>{t("clashText")}</p>
          <DifferenceList differences={answer.clash} locale={locale} />
        </section>
      )}
      {copy && !answer && (
        <form action={action} className="mt-4 border-s-4 border-brick bg-wash px-4 py-3">
          <p className="font-bold">
            {t(isCopy ? "copyShown" : "copyFound", { since: formatMoment(new Date(copy.at), locale) })}
          </p>
          <div className="mt-2 flex flex-wrap items-center gap-4">
            {!isCopy && (
              <a className="tap" href={`${here}&copy`}>
                {t("goOn")}
              </a>
            )}
            <button type="submit" name="intent" value="discard" className="button">
              {t("discard")}
            </button>
          </div>
        </form>
      )}
    </>
  );
}
