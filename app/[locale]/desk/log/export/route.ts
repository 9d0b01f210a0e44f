import { stringify } from "csv-stringify/sync";
import { readLogFilters } from "@/lib/audit/filters";
import { exportEntries } from "@/lib/audit/queries";
import { may } from "@/lib/desk/rights";
import { currentSession } from "@/lib/session";

const columns = ["id", "at", "actorKind", "actorId", "action", "subjectKind", "subjectId", "before", "after"] as const;

/** What is filtered of the log as CSV (RFC 4180, UTF-8), batch by batch. People stand in it by their ids alone. */
export async function GET(request: Request) {
  const session = await currentSession();
  if (!session) return new Response(null, { status: 401 });
  if (!may(session, "audit.read")) return new Response(null, { status: 403 });
  const batches = exportEntries(session, readLogFilters(new URL(request.url).searchParams));
  const text = new TextEncoder();
  let first = true;
  const body = new ReadableStream({
    async pull(controller) {
      const { done, value: rows = [] } = await batches.next();
      if (done) return controller.close();
      const lines = rows.map((row) => ({ ...row, id: String(row.id), at: row.at.toISOString() }));
      // A spreadsheet shall not take a text for a formula, and shall know the letters for UTF-8.
      const how = { escape_formulas: true, record_delimiter: "windows", columns: [...columns] } as const;
      controller.enqueue(text.encode(stringify(lines, { ...how, header: first, bom: first })));
      first = false;
    },
    cancel: () => void batches.return(undefined),
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="ponte-log.csv"',
    },
  });
}
