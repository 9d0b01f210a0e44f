import { database } from "../db.ts";
import type { Locale } from "../i18n/locales.ts";
import { findSlug, getCards } from "../practice/queries.ts";
import type { Said } from "../practice/rules.ts";
import type { Kind, outcomes, Reason, State } from "./message.ts";

/** The practice that a reader's message is about, as much of it as its form shows. */
export type MessagePractice = { id: string; title: Said; slug: string };

/** The published practice of an id; 410 where it was taken down, 404 where there is none for readers. */
export async function findPractice(
  locale: Locale,
  id: string,
): Promise<{ practice: MessagePractice } | { problem: 404 | 410 }> {
  if (!/^[a-z0-9]{3,12}$/.test(id)) return { problem: 404 };
  const [card] = await getCards(locale, [id]);
  if (card) return { practice: { id, title: card.title, slug: card.slug } };
  return { problem: (await findSlug(locale, id)) === undefined ? 404 : 410 };
}

/** Whether the form of this key was stored already. */
export async function isStored(key: string): Promise<boolean> {
  return (await database().readerMessage.count({ where: { key } })) > 0;
}

/** What readers tell who tried a practice too, for its page. */
export type Experience = Awaited<ReturnType<typeof listExperiences>>[number];

/** The published experiences with a published practice, newest first, at most 50. */
export async function listExperiences(practiceId: string) {
  const rows = await database().readerMessage.findMany({
    where: { practiceId, kind: "experience", state: "published", practice: { catalogueEntry: { isNot: null } } },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: 50,
    select: {
      id: true,
      locale: true,
      text: true,
      outcome: true,
      country: true,
      place: true,
      organisation: true,
      year: true,
      createdAt: true,
    },
  });
  return rows.map(({ locale, text, outcome, country, createdAt, ...row }) => ({
    ...row,
    text: { text: text ?? "", lang: locale as Locale },
    outcome: outcome as (typeof outcomes)[number],
    country: country ?? "",
    sentAt: createdAt,
  }));
}

// What editors see. Pages ask for the session first.

const about = {
  select: {
    ...{ id: true, originalLocale: true, texts: { select: { locale: true, title: true } } },
    submission: { select: { locale: true, sender: { select: { email: true } } } },
  },
} as const;

type Titled = { id: string; originalLocale: string; texts: { locale: string; title: string }[] };

const toTitle = ({ id, originalLocale, texts }: Titled): { id: string; title: Said } => {
  const lang = originalLocale as Locale;
  return { id, title: { text: texts.find(({ locale }) => locale === lang)?.title ?? id, lang } };
};

/** One message whole, with its sender. */
export async function getMessage(id: string) {
  const row = await database().readerMessage.findUnique({ where: { id }, include: { sender: true, practice: about } });
  if (!row) return undefined;
  return {
    id: row.id,
    kind: row.kind as Kind,
    state: row.state as State,
    language: row.locale as Locale,
    sentAt: row.createdAt,
    text: row.text ?? undefined,
    outcome: (row.outcome as (typeof outcomes)[number] | null) ?? undefined,
    country: row.country ?? undefined,
    place: row.place ?? undefined,
    organisation: row.organisation ?? undefined,
    year: row.year ?? undefined,
    page: row.page ?? undefined,
    device: row.device ?? undefined,
    reason: (row.reason as Reason | null) ?? undefined,
    dueAt: row.dueAt ?? undefined,
    answer: row.answer ?? undefined,
    /** Of a report about a practice that came in by the form: the language in which its contributor is told. */
    contributorLanguage: row.practice?.submission?.sender.email
      ? (row.practice.submission.locale as Locale)
      : undefined,
    sender: row.sender?.email ? { name: row.sender.name ?? undefined, email: row.sender.email } : undefined,
    practice: row.practice ? toTitle(row.practice) : undefined,
  };
}
