import type { Answer } from "../contact/answer.ts";
import { titled, titleIn } from "../contact/queries.ts";
import { database } from "../db.ts";
import { demand, type Member } from "../desk/rights.ts";
import type { Locale } from "../i18n/locales.ts";
import type { State } from "../practice/rules.ts";

/** An answer to the yearly question, for the desk; undefined where there is none. */
export async function getConfirmation(by: Member, id: string) {
  demand(by, "confirmation.decide");
  const row = await database().confirmation.findUnique({ where: { id }, include: { practice: titled } });
  if (!row?.answeredAt || !row.answer) return undefined;
  const { practice } = row;
  const language = practice.originalLocale as Locale;
  return {
    id: row.id,
    answer: row.answer as Answer,
    detail: row.detail ?? undefined,
    answeredAt: row.answeredAt,
    handledAt: row.handledAt ?? undefined,
    practice: { id: practice.id, title: titleIn(practice, language), state: practice.state as State },
  };
}
