import { z } from "zod";
import { database } from "../db.ts";
import { reasons } from "../reader-message/message.ts";

// How we moderate, in numbers: counted in the audit log, which outlives what is erased. A year is one of Brussels.

const count = z.coerce.number();
/** Whole days; null where there is no case yet. */
const days = z.coerce.number().nullable();

const practiceRow = z.object({
  year: z.number(),
  received: count,
  published: count,
  changesAsked: count,
  rejected: count,
  takenDown: count,
  duplicates: count,
  daysToDecision: days,
});
const reportRow = z.object({
  year: z.number(),
  reason: z.enum(reasons),
  received: count,
  upheld: count,
  dismissed: count,
});
const answerRow = z.object({ year: z.number(), daysToAnswer: days });

/** One year: what came in counts in the year it came, what was decided in the year of the decision. */
export type ModerationYear = {
  year: number;
  practices: Omit<z.infer<typeof practiceRow>, "year">;
  /** By reason, in the order of the form; only those there were. */
  reports: Omit<z.infer<typeof reportRow>, "year">[];
  daysToAnswer: number | null;
};

const nothing = {
  ...{ received: 0, published: 0, changesAsked: 0, rejected: 0, takenDown: 0, duplicates: 0 },
  daysToDecision: null,
};

/** The numbers of every year in which there was anything, newest first. */
export async function getModerationNumbers(): Promise<ModerationYear[]> {
  const [practices, reports, answers] = await Promise.all([
    database().$queryRaw`
      with entry as (
        select "subjectId", action, at, extract(year from at at time zone 'Europe/Brussels')::int as year,
               action = 'practice.save' and before is null and after ->> 'kind' = 'submission' as sent
          from "AuditEntry" where "subjectKind" = 'practice'
      ), first as (
        select distinct on (d."subjectId") d.year, extract(epoch from d.at - s.at) / 86400 as days
          from entry s join entry d on d."subjectId" = s."subjectId" and d.at >= s.at
         where s.sent and d.action in ('practice.publish', 'practice.schedule', 'practice.ask-changes',
                                       'practice.reject', 'practice.mark-duplicate')
         order by d."subjectId", d.at
      )
      select year, count(*) filter (where sent) as received,
             count(*) filter (where action = 'practice.publish') as published,
             count(*) filter (where action = 'practice.ask-changes') as "changesAsked",
             count(*) filter (where action = 'practice.reject') as rejected,
             count(*) filter (where action = 'practice.unpublish') as "takenDown",
             count(*) filter (where action = 'practice.mark-duplicate') as duplicates,
             (select floor(percentile_cont(0.5) within group (order by days)) from first f
               where f.year = entry.year) as "daysToDecision"
        from entry
       where sent or action in ('practice.publish', 'practice.ask-changes', 'practice.reject', 'practice.unpublish',
                                'practice.mark-duplicate')
       group by year`,
    database().$queryRaw`
      select extract(year from at at time zone 'Europe/Brussels')::int as year, after ->> 'reason' as reason,
             count(*) filter (where action = 'message.send') as received,
             count(*) filter (where action = 'message.uphold') as upheld,
             count(*) filter (where action = 'message.dismiss') as dismissed
        from "AuditEntry"
       where "subjectKind" = 'message' and after ->> 'kind' = 'report' and after ->> 'reason' = any(${[...reasons]})
         and action in ('message.send', 'message.uphold', 'message.dismiss')
       group by 1, 2`,
    database().$queryRaw`
      select extract(year from d.at at time zone 'Europe/Brussels')::int as year,
             floor(percentile_cont(0.5) within group (order by extract(epoch from d.at - s.at) / 86400)) as "daysToAnswer"
        from "AuditEntry" s join "AuditEntry" d on d."subjectKind" = 'message' and d."subjectId" = s."subjectId"
       where s."subjectKind" = 'message' and s.action = 'message.send' and d.action in ('message.uphold', 'message.dismiss')
       group by 1`,
  ]);
  const decided = z.array(practiceRow).parse(practices);
  const reported = z.array(reportRow).parse(reports);
  const answered = z.array(answerRow).parse(answers);
  const years = [...new Set([...decided, ...reported].map(({ year }) => year))].sort((a, b) => b - a);
  return years.map((year) => {
    const { year: _, ...own } = decided.find((one) => one.year === year) ?? { year, ...nothing };
    return {
      year,
      practices: own,
      reports: reasons.flatMap((reason) =>
        reported
          .filter((one) => one.year === year && one.reason === reason)
          .map(({ received, upheld, dismissed }) => ({ reason, received, upheld, dismissed })),
      ),
      daysToAnswer: answered.find((one) => one.year === year)?.daysToAnswer ?? null,
    };
  });
}
