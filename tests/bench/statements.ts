import pg from "pg";

// What a function asks the database for: every statement with its values, to be run again under EXPLAIN.

type Statement = { text: string; values: unknown[] };

/** What EXPLAIN (ANALYZE, BUFFERS) tells of a statement. Times in ms; buffers are pages of 8 KB. */
type Explained = { statement: Statement; plan: string; ms: number; rowsRead: number; bufferPages: number };

type PlanNode = {
  "Node Type": string;
  "Actual Rows"?: number;
  "Actual Loops"?: number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  "Shared Hit Blocks"?: number;
  "Shared Read Blocks"?: number;
  Plans?: PlanNode[];
};

type Query = (config: unknown, ...more: unknown[]) => unknown;

/** Runs a function and notes the statements that any connection of this process is given meanwhile. */
export async function statementsOf(run: () => Promise<unknown>): Promise<Statement[]> {
  const noted: Statement[] = [];
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const query = prototype.query;
  prototype.query = function (this: unknown, config, ...more) {
    const { text, values } = config as { text?: string; values?: unknown[] };
    if (typeof text === "string") noted.push({ text, values: [...(values ?? [])] });
    return query.call(this, config, ...more);
  };
  try {
    await run();
  } finally {
    prototype.query = query;
  }
  return noted;
}

/**
 * Runs the statements that read something under EXPLAIN, each with the settings that its transaction had.
 * @returns those that were explained, the longest first
 */
export async function explainAll(client: pg.Client, statements: readonly Statement[]): Promise<Explained[]> {
  const explained: Explained[] = [];
  let settings: Statement[] = [];
  for (const statement of statements) {
    if (/^\s*(?:begin|commit)\b/i.test(statement.text)) settings = [];
    else if (/\bset_config\(/i.test(statement.text)) settings.push(statement);
    else if (/^\s*(?:with|select)\b/i.test(statement.text)) explained.push(await explain(client, statement, settings));
  }
  return explained.sort((a, b) => b.ms - a.ms);
}

async function explain(client: pg.Client, statement: Statement, settings: readonly Statement[]): Promise<Explained> {
  const { text, values } = statement;
  const options = "analyze, buffers, settings";
  await client.query("begin");
  try {
    for (const setting of settings) await client.query(setting.text, setting.values);
    // Whatever the longest search may take, its plan is wanted.
    await client.query("set local statement_timeout = 0");
    // Timing every node of a plan makes it slower: the time is taken without, and before, on the same values.
    const timed = await client.query(`explain (${options}, timing off, format json) ${text}`, values);
    const [{ Plan: plan, "Execution Time": execution, "Planning Time": planning }] = timed.rows[0]["QUERY PLAN"];
    const shown = await client.query(`explain (${options}) ${text}`, values);
    return {
      statement,
      plan: shown.rows.map((row) => row["QUERY PLAN"]).join("\n"),
      ms: execution + planning,
      rowsRead: rowsRead(plan),
      bufferPages: (plan["Shared Hit Blocks"] ?? 0) + (plan["Shared Read Blocks"] ?? 0),
    };
  } finally {
    await client.query("rollback");
  }
}

/** The rows of tables and indexes that a plan looked at, those it then threw away among them. */
function rowsRead(node: PlanNode): number {
  const inside = (node.Plans ?? []).reduce((sum, one) => sum + rowsRead(one), 0);
  // A bitmap's rows are counted where the table is read.
  if (!/^(?:Seq Scan|Index Scan|Index Only Scan|Bitmap Heap Scan)$/.test(node["Node Type"])) return inside;
  const each =
    (node["Actual Rows"] ?? 0) + (node["Rows Removed by Filter"] ?? 0) + (node["Rows Removed by Index Recheck"] ?? 0);
  return inside + each * (node["Actual Loops"] ?? 1);
}
