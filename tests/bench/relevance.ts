import { refreshCatalogue } from "../../lib/catalogue/commands.ts";
import { selectPage } from "../../lib/catalogue/queries.ts";
import { importPractices } from "../../lib/practice/commands.ts";
import { parseFilters } from "../../lib/practice/filters.ts";
import { ndcg, recall } from "../relevance/measures.ts";
import { type Query, readQueries, readRecords } from "../relevance/records.ts";
import { onEmbedded } from "./embedded.ts";

/** How good the answers to one query are: both from 0 to 1, and whether there were any. */
type Judged = { query: Query; ndcg: number; recall: number; nothing: boolean };

/** How good the search's answers are among the invented practices of tests/relevance. */
export async function measureRelevance(): Promise<void> {
  await onEmbedded(async () => {
    await refreshCatalogue();
    const records = readRecords();
    await importPractices(records);
    const judged: Judged[] = [];
    for (const query of readQueries()) judged.push(await judge(query));
    console.log(`\n## Relevance: ${judged.length} queries among ${records.length} invented practices`);
    printTable(
      "in the open",
      judged.filter(({ query }) => !query.aside),
    );
    printTable(
      "kept aside",
      judged.filter(({ query }) => query.aside),
    );
  });
}

async function judge(query: Query): Promise<Judged> {
  const { filters } = parseFilters(new URLSearchParams({ q: query.q }));
  const { finds, total } = await selectPage(query.locale, filters, 20);
  const found = finds.map(({ id }) => id);
  return { query, ndcg: ndcg(found, query.answers), recall: recall(found, query.answers), nothing: total === 0 };
}

function printTable(title: string, judged: readonly Judged[]): void {
  console.log(`${title.padEnd(20)} queries  nDCG@10  recall@20  nothing found`);
  const groups = new Map<string, Judged[]>();
  for (const one of judged)
    for (const group of [`language ${one.query.locale}`, `kind ${one.query.kind}`, "overall"])
      groups.set(group, [...(groups.get(group) ?? []), one]);
  const place = (group: string) => ["language", "kind", "overall"].indexOf(group.split(" ")[0] as string);
  for (const [group, all] of [...groups].sort(([a], [b]) => place(a) - place(b))) {
    const mean = (figure: (one: Judged) => number) =>
      (all.reduce((sum, one) => sum + figure(one), 0) / all.length).toFixed(3);
    console.log(
      `${group.padEnd(20)} ${String(all.length).padStart(7)}  ${mean((one) => one.ndcg).padStart(7)}  ${mean((one) => one.recall).padStart(9)}  ${mean((one) => Number(one.nothing)).padStart(13)}`,
    );
  }
}
