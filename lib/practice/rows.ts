import { Prisma } from "../generated/prisma/client.ts";
import { type Locale, locales } from "../i18n/locales.ts";
import { type PracticeInput, practiceInput } from "./practice.ts";
import type { PracticeMeta } from "./view.ts";
import { sections } from "./vocabulary.ts";

// PracticeInput ⇄ rows. Pure and without loss: what is written and read again is equal (tests/db/rows.test.ts).

const inOrder = { orderBy: { position: "asc" } } as const;

/** Everything of a practice that PracticeInput holds. */
export const wholePractice = {
  texts: true,
  alternativeTitles: inOrder,
  relations: inOrder,
  places: inOrder,
  phases: inOrder,
  organisations: inOrder,
  contacts: inOrder,
  fundingLines: inOrder,
  audiences: inOrder,
  obstacles: inOrder,
  indicators: { ...inOrder, include: { breakdowns: inOrder } },
  awards: inOrder,
  outputs: inOrder,
  links: inOrder,
  sources: inOrder,
} as const satisfies Prisma.PracticeInclude;

export type PracticeRows = Prisma.PracticeGetPayload<{ include: typeof wholePractice }>;

const numbered = <T extends object>(items: T[]) => items.map((item, position) => ({ position, ...item }));

/** The columns of the practice itself. */
export function toColumns(input: PracticeInput) {
  const { period, funding, audiences, delivery } = input;
  return {
    originalLocale: input.originalLocale,
    kind: input.kind,
    status: input.status,
    evidence: input.evidence,
    countries: input.countries,
    scopes: input.scopes,
    themes: input.themes,
    lastConfirmed: input.lastConfirmed ?? null,
    periodStart: period.start ?? null,
    periodEnd: period.end ?? null,
    periodDuring: period.during ?? null,
    periodNote: period.note ?? Prisma.DbNull,
    periodAsOf: period.asOf ?? null,
    ageFrom: audiences.ageFrom ?? null,
    ageTo: audiences.ageTo ?? null,
    peopleReached: audiences.peopleReached ?? null,
    deliveryFormats: delivery.formats,
    deliverySettings: delivery.settings,
    deliveryLocales: delivery.languages,
    deliveryPrice: delivery.price ?? null,
    deliveryNote: delivery.note ?? Prisma.DbNull,
    fundingNotKnown: funding.notKnown,
    fundingCurrency: funding.currency ?? null,
    fundingTotal: funding.total === undefined ? null : BigInt(funding.total),
    fundingFrequency: funding.frequency ?? null,
  };
}

/** The rows below a practice, except contacts, whose ids outlive a change (commands.ts). */
export function toChildren(input: PracticeInput) {
  return {
    texts: {
      create: Object.entries(input.texts).map(([locale, { sections: text, provenance, ...head }]) => ({
        locale,
        ...head,
        ...text,
        origin: provenance.origin,
        method: provenance.method,
        author: provenance.author,
        sourceKey: provenance.source,
        fromRevision: provenance.fromRevision,
        reviewed: provenance.reviewed,
        writtenOn: provenance.writtenOn,
      })),
    },
    alternativeTitles: { create: numbered(input.alternativeTitles) },
    relations: {
      create: numbered(input.relations.map(({ practice, ...relation }) => ({ ...relation, relatedId: practice }))),
    },
    places: { create: numbered(input.places) },
    phases: { create: numbered(input.phases) },
    organisations: { create: numbered(input.organisations) },
    fundingLines: {
      create: numbered(
        input.funding.lines.map(({ amount, ...line }) => ({
          ...line,
          amount: amount === undefined ? null : BigInt(amount),
        })),
      ),
    },
    audiences: {
      create: (["direct", "final"] as const).flatMap((role) =>
        input.audiences[role].map((code, position) => ({ role, code, position })),
      ),
    },
    obstacles: { create: numbered(input.obstacles) },
    indicators: {
      create: numbered(
        input.indicators.map(({ breakdown, source, ...indicator }) => ({
          ...indicator,
          sourceKey: source,
          breakdowns: { create: numbered(breakdown) },
        })),
      ),
    },
    awards: { create: numbered(input.awards) },
    outputs: { create: numbered(input.outputs) },
    links: { create: numbered(input.links) },
    sources: { create: numbered(input.sources) },
  };
}

/** Copies of objects without the columns that only tie rows together, and without empty ones. */
const bare = <T extends object>(rows: T[]) =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).filter(
        ([name, value]) => value !== null && !["practiceId", "position", "indicatorPosition"].includes(name),
      ),
    ),
  );

const present = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

/** The practice that rows hold. */
export function fromRows(rows: PracticeRows): PracticeInput {
  const texts = rows.texts.map((row) => {
    const text = sections.flatMap((section) => (row[section] === null ? [] : [[section, row[section]]]));
    const { origin, method, author, sourceKey: source, fromRevision, reviewed, writtenOn } = row;
    const head = present({ title: row.title, subtitle: row.subtitle, slug: row.slug });
    const provenance = present({ origin, method, author, source, fromRevision, reviewed, writtenOn });
    return [row.locale as Locale, { ...head, sections: Object.fromEntries(text), provenance }];
  });
  const audience = (role: string) => rows.audiences.filter((one) => one.role === role).map((one) => one.code);
  const number = (amount: bigint | null) => (amount === null ? null : Number(amount));

  return practiceInput.parse({
    id: rows.id,
    ...present({
      kind: rows.kind,
      originalLocale: rows.originalLocale,
      countries: rows.countries,
      scopes: rows.scopes,
      themes: rows.themes,
      status: rows.status,
      evidence: rows.evidence,
      lastConfirmed: rows.lastConfirmed,
    }),
    texts: Object.fromEntries(texts),
    alternativeTitles: bare(rows.alternativeTitles),
    relations: bare(rows.relations.map(({ relatedId, ...row }) => ({ ...row, practice: relatedId }))),
    places: bare(rows.places),
    period: present({
      start: rows.periodStart,
      end: rows.periodEnd,
      during: rows.periodDuring,
      note: rows.periodNote,
      asOf: rows.periodAsOf,
    }),
    phases: bare(rows.phases),
    organisations: bare(rows.organisations),
    contacts: rows.contacts
      .filter((row) => row.erasedAt === null)
      .map(({ id, name, role, organisation, publicEmail, privateEmail, ...row }) => ({
        ...present({ id, name, role, organisation, publicEmail, privateEmail }),
        consent: present({
          basis: row.consentBasis,
          version: row.consentVersion,
          at: row.consentAt?.toISOString() ?? null,
        }),
      })),
    funding: present({
      notKnown: rows.fundingNotKnown,
      currency: rows.fundingCurrency,
      total: number(rows.fundingTotal),
      frequency: rows.fundingFrequency,
      lines: bare(rows.fundingLines.map((row) => ({ ...row, amount: number(row.amount) }))),
    }),
    audiences: present({
      direct: audience("direct"),
      final: audience("final"),
      ageFrom: rows.ageFrom,
      ageTo: rows.ageTo,
      peopleReached: rows.peopleReached,
    }),
    delivery: present({
      formats: rows.deliveryFormats,
      settings: rows.deliverySettings,
      languages: rows.deliveryLocales,
      price: rows.deliveryPrice,
      note: rows.deliveryNote,
    }),
    obstacles: bare(rows.obstacles),
    indicators: rows.indicators.map(({ breakdowns, sourceKey, ...row }) => ({
      ...bare([row])[0],
      ...(sourceKey !== null && { source: sourceKey }),
      breakdown: bare(breakdowns),
    })),
    awards: bare(rows.awards),
    outputs: bare(rows.outputs),
    links: bare(rows.links),
    sources: bare(rows.sources),
  });
}

/** The newest question to a practice's contact whether it is still running. */
export const lastAsked = {
  orderBy: [{ askedAt: "desc" }, { id: "asc" }],
  take: 1,
  select: { askedAt: true, answeredAt: true, handledAt: true },
} as const satisfies Prisma.Practice$confirmationsArgs;

/** What readers are told of where translated parts come from. */
export const partOrigins = {
  select: { locale: true, section: true, method: true, behind: true, reviewedAt: true },
} as const satisfies Prisma.Practice$translationsArgs;

/** What rows know of a practice beside its input. A language that has no slug yet has the id in its place. */
export function metaOf(
  rows: PracticeRows & {
    slugs: { locale: string; slug: string }[];
    confirmations?: { askedAt: Date; answeredAt: Date | null; handledAt: Date | null }[];
    translations?: PracticeMeta["origins"];
  },
): PracticeMeta {
  const asked = rows.confirmations?.[0];
  const slugs = locales.map((locale) => [locale, rows.slugs.find((one) => one.locale === locale)?.slug ?? rows.id]);
  return {
    id: rows.id,
    slugs: Object.fromEntries(slugs) as Record<Locale, string>,
    revision: rows.revision,
    publishedAt: rows.publishedAt?.toISOString() ?? null,
    updatedAt: rows.updatedAt.toISOString(),
    origins: rows.translations,
    ...(asked && !asked.answeredAt && { askedAt: asked.askedAt.toISOString() }),
    ...(asked?.answeredAt && !asked.handledAt && { toldAt: asked.answeredAt.toISOString() }),
  };
}
