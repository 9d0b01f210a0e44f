import { z } from "zod";
import { segmentSize } from "../catalogue/bits.ts";
import { database } from "../db.ts";
import type { Locale } from "../i18n/locales.ts";
import { type Excerpt, excerptOf } from "../practice/excerpt.ts";
import { getPractices } from "../practice/queries.ts";
import type { Said } from "../practice/rules.ts";
import { isMachineMade, type PracticeView } from "../practice/view.ts";
import { loadThesaurus } from "../search/queries.ts";
import { allNarrower, type Thesaurus } from "../search/thesaurus.ts";
import { answered, choices, type Question, questions, type Situation } from "./situation.ts";

// Which practices meet a situation: as sets of bits (docs/decisions/011), so that it stays fast with many practices.

/** So many practices are shown at most. */
const mostShown = 10;
/** How much of an advice is shown, in characters; the rest stands in the practice's page. */
const mostAdvice = 700;

/** What a practice has to say to a helper: its advice, else its plain words, else its summary, or the beginning of it. */
type Word = Excerpt & { section: "advice" | "plainWords" | "summary"; lang: Locale };

/** A practice that meets at least one of the choices. */
export type Match = {
  id: string;
  slug: string;
  title: Said;
  countries: string[];
  place: string | undefined;
  met: Question[];
  word: Word | undefined;
  /** Whether a machine has translated what is shown of it. */
  isMachineMade: boolean;
};

export type Answer = {
  /** Those that meet most first, then the newest; at most ten. */
  matches: Match[];
  /** How many practices meet exactly so many of the choices, the most first; only where there are any. */
  degrees: { met: number; count: number }[];
  /** How many practices meet each choice that was made. */
  alone: { question: Question; count: number }[];
};

const answerRow = z.object({
  degrees: z.array(z.object({ met: z.number(), count: z.number() })),
  alone: z.array(z.object({ slot: z.number(), count: z.number() })),
  found: z.array(z.object({ id: z.string(), slots: z.number() })),
});

/** The practices that meet a situation, all of it or a part, as readers of a language see them. */
export async function answerSituation(locale: Locale, situation: Situation): Promise<Answer> {
  const asked = answered(situation);
  if (asked.length === 0) return { matches: [], degrees: [], alone: [] };
  const thesaurus = await loadThesaurus();
  const marks = asked.flatMap((question) =>
    marksOf(question, situation[question] as string, thesaurus).map((mark) => ({
      slot: questions.indexOf(question),
      ...mark,
    })),
  );
  // `slots`: which choices a practice meets, as a number of three bits, the first question's being 1.
  const rows = await database().$queryRaw`
    with marks as (
      select * from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as m(slot int, facet text, code text)
    ),
    sets as materialized (
      select slot, segment, bit_or(bits) as bits from marks join "CatalogueBits" using (facet, code) group by 1, 2
    ),
    beside as (
      select segment,
        coalesce(bit_or(bits) filter (where slot = 0), 0::bit(8192)) as a,
        coalesce(bit_or(bits) filter (where slot = 1), 0::bit(8192)) as b,
        coalesce(bit_or(bits) filter (where slot = 2), 0::bit(8192)) as c
      from sets group by segment
    ),
    exact as materialized (
      select segment, slots, bit_count(slots::bit(3)) as met,
        case when slots & 1 > 0 then a else ~a end & case when slots & 2 > 0 then b else ~b end &
        case when slots & 4 > 0 then c else ~c end as bits
      from beside cross join generate_series(1, 7) slots
    ),
    counted as materialized (
      select segment, slots, met, bits,
        sum(bit_count(bits)) over (order by met desc, segment desc range between unbounded preceding and current row)
          - sum(bit_count(bits)) over (partition by met, segment) as before
      from exact where bit_count(bits) > 0
    ),
    -- Only the newest segments that the shown ones stand in are taken apart.
    found as (
      select segment * ${segmentSize}::int + i as ordinal, slots, met
      from counted cross join generate_series(0, ${segmentSize - 1}::int) i
      where before < ${mostShown} and get_bit(bits, i) = 1
    ),
    shown as (
      select e."practiceId" as id, slots, met, ordinal from found join "CatalogueEntry" e using (ordinal)
      order by met desc, ordinal desc limit ${mostShown}
    )
    select
      coalesce((select jsonb_agg(d order by d.met desc) from
        (select met, sum(bit_count(bits))::int as count from counted group by met) d), '[]') as degrees,
      coalesce((select jsonb_agg(s) from
        (select slot, sum(bit_count(bits))::int as count from sets group by slot) s), '[]') as alone,
      coalesce((select jsonb_agg(jsonb_build_object('id', id, 'slots', slots) order by met desc, ordinal desc) from shown),
        '[]') as found`;
  const { degrees, alone, found } = answerRow.parse((rows as unknown[])[0]);
  const practices = await getPractices(
    locale,
    found.map(({ id }) => id),
  );
  return {
    degrees,
    alone: asked.map((question) => ({
      question,
      count: alone.find(({ slot }) => questions[slot] === question)?.count ?? 0,
    })),
    matches: practices.map((practice) => {
      const slots = found.find(({ id }) => id === practice.id)?.slots ?? 0;
      return toMatch(
        practice,
        questions.filter((_, at) => slots & (1 << at)),
      );
    }),
  };
}

/** A choice with how many practices meet it. */
export type Counted = { question: Question; code: string; count: number };

/** Every choice that any practice meets, in the order of the questions. */
export async function countChoices(): Promise<Counted[]> {
  const thesaurus = await loadThesaurus();
  const all = questions.flatMap((question) => choices[question].map((code) => ({ question, code: code as string })));
  const marks = all.flatMap(({ question, code }, at) =>
    marksOf(question, code, thesaurus).map((mark) => ({ at, ...mark })),
  );
  const rows = await database().$queryRaw<{ at: number; count: bigint }[]>`
    select at, sum(bit_count(bits)) as count from (
      select at, segment, bit_or(bits) as bits
      from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as m(at int, facet text, code text)
      join "CatalogueBits" using (facet, code) group by 1, 2
    ) sets group by at`;
  return all.flatMap((choice, at) => {
    const count = Number(rows.find((row) => row.at === at)?.count ?? 0);
    return count > 0 ? [{ ...choice, count }] : [];
  });
}

/** What a practice bears that meets a choice: the concept or one narrower; of an obstacle also its code. */
function marksOf(question: Question, code: string, thesaurus: Thesaurus): { facet: string; code: string }[] {
  const concepts = question === "obstacle" ? (thesaurus.ofCode.get(`obstacle:${code}`) ?? []) : [code];
  const all = new Set(concepts.flatMap((one) => [one, ...allNarrower(thesaurus, one)]));
  return [
    ...[...all].map((concept) => ({ facet: "concept", code: concept })),
    ...(question === "obstacle" ? [{ facet: "obstacle", code }] : []),
  ];
}

function toMatch(practice: PracticeView, met: Question[]): Match {
  const { id, lang, countries, places } = practice;
  const word = wordOf(practice);
  return {
    id,
    slug: practice.slugs[practice.locale],
    title: { text: practice.title, lang },
    countries,
    place: places[0]?.shown,
    met,
    word,
    isMachineMade: isMachineMade(practice.translation, "title", ...(word ? [word.section] : [])),
  };
}

function wordOf({ sections, plainWords, summary, lang }: PracticeView): Word | undefined {
  const texts = [
    ["advice", sections.find(({ name }) => name === "advice")?.markdown],
    ["plainWords", plainWords],
    ["summary", summary],
  ] as const;
  const [section, markdown] = texts.find(([, text]) => text) ?? [];
  return section && markdown ? { section, lang, ...excerptOf(markdown, mostAdvice) } : undefined;
}
