// npm run import -- FILE: publishes practices from JSON Lines of PracticeInput (its JSON Schema: /api/v1/practice.schema.json).
// All lines or none: a line that is wrong is named with its number, field and reason.
import { readFileSync, statSync } from "node:fs";
import { parsePracticeLines } from "../../lib/practice/content.ts";
import { StartError } from "../database.ts";
import { withDatabase } from "./connect.ts";

await withDatabase(async () => {
  const file = process.argv[2];
  if (!file || !statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new StartError("Usage: npm run import -- FILE, a file of JSON Lines");
  const { practices, errors } = parsePracticeLines(readFileSync(file, "utf8"));
  if (errors.length > 0) {
    for (const { line, field, code } of errors) console.error(`line ${line}: ${field ? `${field}: ` : ""}${code}`);
    throw new StartError(`Nothing was written: ${errors.length} errors in ${file}.`);
  }
  const { importPractices } = await import("../../lib/practice/commands.ts");
  const report = await importPractices(practices);
  for (const id of report.conflicts)
    console.log(`conflict: ${id} was changed by an editor since it was imported; it stays as it is`);
  const { created, updated, unchanged, conflicts } = report;
  console.log(
    `${created.length} created, ${updated.length} updated, ${unchanged.length} unchanged, ${conflicts.length} conflicts`,
  );
});
