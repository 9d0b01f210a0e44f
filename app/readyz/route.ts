import { isReady } from "@/lib/readiness";

export const dynamic = "force-dynamic";

/** The database answers, and no migration is missing. */
export async function GET() {
  const ready = await isReady();
  return Response.json({ status: ready ? "ready" : "not ready" }, { status: ready ? 200 : 503 });
}
