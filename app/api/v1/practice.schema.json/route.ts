import { practiceJsonSchema } from "@/lib/practice/practice";
import { absolute } from "@/lib/site";

/** The JSON Schema of PracticeInput: what `npm run import` reads, one practice a line. */
export function GET() {
  const schema = { ...practiceJsonSchema(), $id: absolute("/api/v1/practice.schema.json"), title: "PracticeInput" };
  return Response.json(schema, {
    headers: { "Content-Type": "application/schema+json", "Access-Control-Allow-Origin": "*" },
  });
}
