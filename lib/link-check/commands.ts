import { createHash } from "node:crypto";
import { audit } from "../audit/commands.ts";
import { database } from "../db.ts";
import { demand, type Member } from "../desk/rights.ts";
import { enqueue } from "../job/commands.ts";
import { sections } from "../practice/vocabulary.ts";
import { Refusal } from "../refusal.ts";
import { addressesIn } from "./addresses.ts";
import type { LinkChecker } from "./check.ts";
import { afterLook, deadAfter } from "./outcome.ts";

const never = new Date(0);
/** How many texts are read, and how many addresses are written, at a time. */
const portion = 500;

/**
 * Notes every web address that published practices and news name, and forgets those that nothing names any more.
 * @returns how many there are
 */
export async function collectLinks(): Promise<number> {
  const urls = new Set<string>();
  const fields = await database().$queryRaw<{ url: string }[]>`
    with named as (
      select "practiceId", url from "Link" union all
      select "practiceId", url from "Source" union all
      select "practiceId", url from "Output" union all
      select "practiceId", url from "Organisation" union all
      select "practiceId", url from "Award" union all
      select "practiceId", url from "PracticeRelation")
    select distinct url from named join "Practice" p on p.id = "practiceId"
    where p.state = 'published' and url is not null
    union
    select url from "NewsSource" s join "NewsItem" n on n.id = s."newsId" where n.state = 'published' and url is not null`;
  for (const { url } of fields) urls.add(url);
  for await (const text of linkedTexts()) for (const url of addressesIn(text)) urls.add(url);

  const all = [...urls];
  await database().$transaction(async (tx) => {
    for (let from = 0; from < all.length; from += portion) {
      const data = all.slice(from, from + portion).map((url) => ({ url, outcome: "unchecked", checkedAt: never }));
      await tx.linkCheck.createMany({ data, skipDuplicates: true });
    }
    await tx.$executeRaw`delete from "LinkCheck" where not (url = any(${all}::text[]))`;
  });
  return all.length;
}

/** The Markdown texts of what is published, where there is an address in them. */
async function* linkedTexts(): AsyncGenerator<string> {
  const inText = sections.map((section) => ({ [section]: { contains: "://" } }));
  let cursor: { practiceId: string; locale: string } | undefined;
  do {
    const rows = await database().practiceText.findMany({
      where: { practice: { state: "published" }, OR: inText },
      orderBy: [{ practiceId: "asc" }, { locale: "asc" }],
      take: portion,
      ...(cursor && { cursor: { practiceId_locale: cursor }, skip: 1 }),
    });
    for (const row of rows) for (const section of sections) if (row[section]?.includes("://")) yield row[section];
    cursor = rows.length === portion ? rows.at(-1) : undefined;
  } while (cursor);
  const news = await database().newsText.findMany({
    where: { news: { state: "published" }, body: { contains: "://" } },
    select: { body: true },
  });
  for (const { body } of news) yield body;
}

/**
 * Looks at the addresses that have waited longest: each once a week, one that began to fail every day until it is known
 * to be dead. Each finding is written at once, so that nothing is lost where the job is broken off.
 * @param most how many at the most; none: what it takes to go through all of them in a week, hour by hour
 * @returns how many were looked at
 */
export async function checkLinks(checker: LinkChecker, signal: AbortSignal, most?: number): Promise<number> {
  const due = await database().$queryRaw<{ url: string }[]>`
    select url from "LinkCheck"
    where "checkedAt" < now() - case when failures between 1 and ${deadAfter - 1}
      then interval '20 hours' else interval '7 days' end
    order by "checkedAt", md5(url)
    limit coalesce(${most ?? null}::int, (select greatest(50, count(*) / 100) from "LinkCheck"))`;
  const waiting = due.map(({ url }) => url);
  let looked = 0;
  const walk = async () => {
    for (let url = waiting.shift(); url !== undefined && !signal.aborted; url = waiting.shift()) {
      const done = await checkLink(checker, url, signal);
      looked += done;
    }
  };
  await Promise.all(Array.from({ length: 4 }, walk));
  return looked;
}

/**
 * Looks at one address that practices or news name.
 * @returns 1, or 0 where nothing names it any more or there was no more time
 */
export async function checkLink(checker: LinkChecker, url: string, signal: AbortSignal): Promise<number> {
  if ((await database().linkCheck.count({ where: { url } })) === 0) return 0;
  const finding = await checker.look(url, signal).catch((error) => {
    if (signal.aborted) return undefined;
    throw error;
  });
  if (!finding) return 0;
  return database().$transaction(async (tx) => {
    await tx.$queryRaw`select from "LinkCheck" where url = ${url} for update`;
    const before = await tx.linkCheck.findUnique({ where: { url } });
    if (!before) return 0;
    await tx.linkCheck.update({ where: { url }, data: afterLook(before, finding, new Date()) });
    return 1;
  });
}

/**
 * Has an address looked at now; asked for twice within a minute, it is once.
 * @throws Refusal not-allowed; not-found where nothing names it any more
 */
export async function checkAgain(by: Member, url: string): Promise<void> {
  demand(by, "link.check");
  await database().$transaction(async (tx) => {
    if ((await tx.linkCheck.count({ where: { url } })) === 0) throw new Refusal("not-found");
    const key = createHash("sha256").update(url).digest("hex");
    await enqueue(tx, "check-links", { url }, { key, seconds: 60 });
    const actor = { kind: "editor", id: by.editorId } as const;
    await audit(tx, { actor, action: "job.enqueue", subjectId: "check-links", after: { url } });
  });
}
