import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Cover } from "@/components/cover/cover";
import { whereText } from "@/components/practice/where-text";
import { MachineMade } from "@/components/translation/translation-note";
import { Said } from "@/components/ui/said";
import { fewest, formatComparison } from "@/lib/compare/compare";
import { listPieces } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { coverFacts, isMachineMade, type PracticeView } from "@/lib/practice/view";
import { absolute } from "@/lib/site";
import {
  type AnswerProps,
  evidenceAnswer,
  forWhomAnswer,
  howAnswer,
  languagesAnswer,
  moneyAnswer,
  obstaclesAnswer,
  outcomeAnswer,
  sectionAnswer,
  whatAnswer,
  whenAnswer,
  whereAnswer,
  whoAnswer,
} from "./answers";

// On a narrow screen the cells stand one below the other, and some browsers then forget that they are a table's: the
// roles say so again.
const as = {
  table: { role: "table" },
  rows: { role: "rowgroup" },
  row: { role: "row" },
  column: { role: "columnheader", scope: "col" },
  question: { role: "rowheader", scope: "row" },
  cell: { role: "cell" },
} as const;

/** Practices side by side: a column for each, a row for each question that at least one of them answers. */
export async function ComparisonTable({ practices, locale }: { practices: PracticeView[]; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "compare" });
  const questions: [string, (props: AnswerProps) => ReactNode | Promise<ReactNode>][] = [
    [t("what"), whatAnswer],
    [t("where"), whereAnswer],
    [t("when"), whenAnswer],
    [t("who"), whoAnswer],
    [t("forWhom"), forWhomAnswer],
    [t("inTheWay"), obstaclesAnswer],
    [t("how"), howAnswer],
    [t("money"), moneyAnswer],
    [t("outcome"), outcomeAnswer],
    [t("evidence"), evidenceAnswer],
    [t("wrong"), (props) => sectionAnswer(props, "constraints")],
    [t("advice"), (props) => sectionAnswer(props, "advice")],
    [t("languages"), languagesAnswer],
  ];
  const rows = await Promise.all(
    questions.map(async ([question, answer]) => ({
      question,
      answers: await Promise.all(
        practices.map(async (practice) => ({ practice, answer: await answer({ practice, locale }) })),
      ),
    })),
  );
  return (
    <table {...as.table} className={`comparison mt-6 ${practices.length > 2 ? "comparison-many" : ""}`}>
      <caption className="sr-only">
        {listPieces(practices.length, locale).map((piece) => {
          const practice = typeof piece === "number" ? practices[piece] : undefined;
          if (!practice) return piece;
          return <Said key={practice.id} said={{ text: practice.title, lang: practice.lang }} locale={locale} />;
        })}
      </caption>
      <thead {...as.rows}>
        <tr {...as.row}>
          <td {...as.cell} />
          {practices.map((practice) => (
            <th key={practice.id} {...as.column}>
              <Head practice={practice} all={practices} locale={locale} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...as.rows}>
        {rows
          .filter(({ answers }) => answers.some(({ answer }) => answer))
          .map(({ question, answers }) => (
            <tr key={question} {...as.row}>
              <th {...as.question}>{question}</th>
              {answers.map(({ practice, answer }) => (
                <td key={practice.id} {...as.cell} data-of={practice.title}>
                  {answer || <p className="text-muted">{t("noAnswer")}</p>}
                </td>
              ))}
            </tr>
          ))}
      </tbody>
    </table>
  );
}

/** The head of a column: the practice, and the way to leave it out. */
async function Head({ practice, all, locale }: { practice: PracticeView; all: PracticeView[]; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "compare" });
  const title = { text: practice.title, lang: practice.lang };
  const left = all.flatMap(({ id }) => (id === practice.id ? [] : [id]));
  return (
    <>
      <Cover facts={coverFacts(practice)} size="card" className="rounded-soft" />
      <p className="mt-2 text-small text-brick">
        {whereText({ ...practice, place: practice.places[0]?.shown }, locale)}
      </p>
      <a className="tap text-h3" href={pathTo(locale, "catalogue", practice.slugs[locale])}>
        <Said said={title} locale={locale} />
      </a>{" "}
      {isMachineMade(practice.translation, "title") && <MachineMade locale={locale} />}
      <p className="print-only note">{absolute(`/p/${practice.id}`).replace(/^https?:\/\//, "")}</p>
      {left.length >= fewest && (
        <a
          className="tap no-print block text-small font-normal"
          href={`${pathTo(locale, "compare")}?${formatComparison(left)}`}
        >
          {t("leaveOut")}{" "}
          <span className="sr-only">
            <Said said={title} locale={locale} />
          </span>
        </a>
      )}
    </>
  );
}
