import { z } from "zod";
import { database } from "../db.ts";
import { demand, type Member, may, roles } from "../desk/rights.ts";
import { locales } from "../i18n/locales.ts";
import { patternsOf } from "../title-words.ts";
import {
  kindsFor,
  type QueueFilters,
  type QueueState,
  queueKinds,
  queueStates,
  type WorkKind,
  workKinds,
  workRight,
} from "./queue.ts";

// What waits at the desk, whatever it is, and who is at it.

/** How many rows one page of the queue shows. */
const perPage = 50;

const moment = z.coerce.date();
const person = z.object({ id: z.string(), name: z.string() });

const queueRow = z.object({
  kind: z.enum(queueKinds),
  work: z.enum(workKinds),
  subjectId: z.string(),
  state: z.enum(queueStates),
  /** The state of the thing itself: pending, published, accepted… */
  code: z.string(),
  language: z.enum(locales),
  /** Since when it has been in this state. */
  since: moment,
  /** When it is due or, where it is scheduled, when it will come out. */
  due: moment.nullable(),
  title: z.string().nullable(),
  titleLocale: z.enum(locales).nullable(),
  /** Whether the contributor of a practice has the last word about it. */
  commented: z.boolean().nullable(),
  assignee: person.nullable(),
  /** Who is at it now. */
  claim: person.nullable(),
});
export type QueueRow = z.infer<typeof queueRow>;

const answer = z.object({
  rows: z.array(queueRow),
  counts: z.array(z.object({ kind: z.enum(queueKinds), state: z.enum(queueStates), count: z.number() })),
});

/** One page of the queue; `kinds` and `states` say how many each choice of the form would give. */
export type Queue = {
  rows: QueueRow[];
  total: number;
  page: number;
  pages: number;
  kinds: Record<(typeof queueKinds)[number], number>;
  states: Record<QueueState, number>;
};

const none = <T extends string>(codes: readonly T[]) =>
  Object.fromEntries(codes.map((code) => [code, 0])) as Record<T, number>;

/**
 * What waits, or is done, in one list of all kinds. Whoever may act on nothing gets nothing. One statement: the rows
 * are put in order before their titles are read, so that thousands cost no more than a page of them.
 * @throws Refusal not-allowed
 */
export async function listQueue(filters: QueueFilters, by: Member): Promise<Queue> {
  demand(by, "queue.read");
  const { kind = null, state, language = null, assigned = null, overdue, sort, page } = filters;
  const q = filters.q === "" ? null : filters.q;
  const patterns = patternsOf(filters.q);
  const [found] = await database().$queryRaw<{ answer: unknown }[]>`
    with sought as (
      select array(select unaccent(lower(word)) from unnest(${patterns}::text[]) word) as all_words
    ), item as (
      select 'practice' as kind, 'practice' as work, p.id as "subjectId", p.id as "practiceId", p.state as code,
             case when p."publishAt" is not null and p.state in ('draft', 'pending', 'unpublished') then 'scheduled'
                  when p.state = 'pending' then 'waiting'
                  when p.state = 'changes-asked' then 'with-contributor'
                  when p.state <> 'draft' then 'decided'
                  -- A draft is an editor's, unless its contributor has taken it back.
                  when (select d.action from "Decision" d where d."practiceId" = p.id
                          and d.action in ('withdraw', 'resubmit')
                         order by d."createdAt" desc limit 1) = 'withdraw' then 'with-contributor'
                  else 'waiting' end as state,
             p."originalLocale" as language,
             coalesce((select max(d."createdAt") from "Decision" d
                        where d."practiceId" = p.id and d."fromState" is distinct from d."toState"),
                      p."createdAt") as since,
             p."publishAt" as due, null::text as title
        from "Practice" p
      union all
      select 'comment', 'practice', p.id, p.id, p.state, 'waiting', p."originalLocale", c."createdAt", null, null
        from (select distinct on ("practiceId") "practiceId", author, "createdAt", "readAt"
                from "Comment" order by "practiceId", "createdAt" desc, id desc) c
        join "Practice" p on p.id = c."practiceId"
       where c.author = 'contributor' and c."readAt" is null and (p.state <> 'pending' or p."publishAt" is not null)
         and not exists (select 1 from "Decision" d where d."practiceId" = p.id and d."editorId" is not null
                            and d."createdAt" > c."createdAt")
      union all
      select 'proposal', 'proposal', r.id, r."practiceId", r.state,
             case when r.state = 'pending' then 'waiting' else 'decided' end, r.locale,
             coalesce(r."decidedAt", r."createdAt"), null, null
        from "Proposal" r
      union all
      -- A question that was passed on by itself was never anybody's work.
      select m.kind, 'message', m.id, m."practiceId", m.state,
             case when m.state = 'pending' then 'waiting' else 'decided' end, m.locale,
             coalesce(m."decidedAt", m."createdAt"), case when m.state = 'pending' then m."dueAt" end,
             coalesce(m.page, left(m.text, 120))
        from "ReaderMessage" m where m.state <> 'passed-on'
      union all
      select 'term', 'term', w.id, null, w.state, case when w.state = 'pending' then 'waiting' else 'decided' end,
             w.locale, coalesce(w."decidedAt", w."createdAt"), null, w.term
        from "TermProposal" w
      union all
      select 'confirmation', 'confirmation', k.id, k."practiceId", coalesce(k.answer, ''),
             case when k."handledAt" is null then 'waiting' else 'decided' end, p."originalLocale",
             coalesce(k."handledAt", k."answeredAt"), null, null
        from "Confirmation" k join "Practice" p on p.id = k."practiceId" where k."answeredAt" is not null
    ), listed as (
      select item.*, a.id as "assigneeId", a.name as "assigneeName",
             c.id as "claimedById", c.name as "claimedByName"
        from item
        left join "WorkItem" w on w.kind = item.work and w."subjectId" = item."subjectId"
        left join "Editor" a on a.id = w."assigneeId"
        left join "Editor" c on c.id = w."claimedById" and w."claimedUntil" > now()
       where item.kind = any(${kindsFor(by)}::text[])
         and (${language}::text is null or item.language = ${language}::text)
         and (${assigned}::text is null or case ${assigned}::text when 'me' then a.id = ${by.editorId}::text
                when 'nobody' then a.id is null else a.id is not null end)
         and (not ${overdue}::boolean or (item.state = 'waiting' and item.due < now()))
         and (${q}::text is null or item."practiceId" = ${q}::text
              or unaccent(lower(item.title)) like all ((select all_words from sought)::text[])
              or exists (select 1 from "PracticeText" x where x."practiceId" = item."practiceId"
                            and unaccent(lower(x.title)) like all ((select all_words from sought)::text[])))
    ), chosen as (
      select * from listed where state = ${state}::text and (${kind}::text is null or kind = ${kind}::text)
    ), shown as (
      select chosen.* from chosen
       order by case when ${sort}::text = 'due' then due end asc nulls last,
                case when ${sort}::text = 'newest' then since end desc nulls last,
                since, "subjectId", kind
       limit ${perPage}::int
      offset ${perPage}::int * (least(${page}::int, greatest(1, (select ceil(count(*) / ${perPage}::numeric) from chosen)::int)) - 1)
    )
    select jsonb_build_object(
      'counts', (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'state', state, 'count', n)), '[]')
                   from (select kind, state, count(*) as n from listed group by kind, state) counted),
      'rows', (select coalesce(jsonb_agg(jsonb_build_object(
                 'kind', s.kind, 'work', s.work, 'subjectId', s."subjectId", 'state', s.state, 'code', s.code,
                 'language', s.language, 'since', s.since, 'due', s.due,
                 'title', coalesce(x.title, s.title), 'titleLocale', case when x.title is not null then p."originalLocale"
                                                                        when s.kind = 'term' then s.language end,
                 'commented', s.kind = 'practice' and (select y.author = 'contributor' and y."readAt" is null from "Comment" y
                                where y."practiceId" = s."practiceId" order by y."createdAt" desc, y.id desc limit 1),
                 'assignee', case when s."assigneeId" is not null then
                                jsonb_build_object('id', s."assigneeId", 'name', s."assigneeName") end,
                 'claim', case when s."claimedById" is not null then
                                jsonb_build_object('id', s."claimedById", 'name', s."claimedByName") end)
                 order by case when ${sort}::text = 'due' then s.due end asc nulls last,
                          case when ${sort}::text = 'newest' then s.since end desc nulls last,
                          s.since, s."subjectId", s.kind), '[]')
                 from shown s
                 left join "Practice" p on p.id = s."practiceId"
                 left join "PracticeText" x on x."practiceId" = p.id and x.locale = p."originalLocale")) as answer`;
  const { rows, counts } = answer.parse(found?.answer);
  const [kinds, states] = [none(queueKinds), none(queueStates)];
  let total = 0;
  for (const one of counts) {
    if (one.state === state) kinds[one.kind] += one.count;
    if (kind === null || one.kind === kind) states[one.state] += one.count;
    if (one.state === state && (kind === null || one.kind === kind)) total += one.count;
  }
  const pages = Math.max(1, Math.ceil(total / perPage));
  return { rows, total, page: Math.min(page, pages), pages, kinds, states };
}

/** Who looks after something, who is at it, and who could be asked to look after it. */
export type Work = {
  assignee?: { id: string; name: string };
  /** A claim that still lasts. */
  claim?: { by: { id: string; name: string }; until: Date };
  members: { id: string; name: string }[];
};

/** Reads that for one item. */
export async function getWork(kind: WorkKind, subjectId: string): Promise<Work> {
  const [item, members] = await Promise.all([
    database().workItem.findUnique({ where: { kind_subjectId: { kind, subjectId } } }),
    database().editor.findMany({
      select: { id: true, name: true, role: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
  ]);
  const named = (id: string | null | undefined) => {
    const member = members.find((one) => one.id === id);
    return member && { id: member.id, name: member.name };
  };
  const isAble = (member: { role: string }) => {
    const role = roles.find((one) => one === member.role);
    return role !== undefined && may({ role, languages: [] }, workRight[kind]);
  };
  const by = named(item?.claimedById);
  const until = item?.claimedUntil ?? undefined;
  return {
    assignee: named(item?.assigneeId),
    claim: by && until && until > new Date() ? { by, until } : undefined,
    members: members.filter(isAble).map(({ id, name }) => ({ id, name })),
  };
}
