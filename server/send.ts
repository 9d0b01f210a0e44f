import type { IncomingMessage, ServerResponse } from "node:http";
import { LRUCache } from "lru-cache";
import Negotiator from "negotiator";
import type { KeptPage } from "./kept-pages.ts";

/** Sends a kept page in the encoding that the reader accepts, or 304 where they have it already. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  page: KeptPage,
  headers: Record<string, string>,
): void {
  // Proxies in front may keep an answer for a second, and longer only while we fail.
  const caching = page.status >= 500 ? "no-store" : "public, max-age=0, s-maxage=1, stale-if-error=86400";
  if (page.location !== undefined) {
    response.writeHead(page.status, { ...headers, Location: page.location, "Cache-Control": caching }).end();
    return;
  }
  const all = {
    ...headers,
    "Content-Type": page.type,
    "Cache-Control": caching,
    Vary: "Accept-Encoding",
    ETag: page.etag,
  };
  if (page.status === 200 && request.headers["if-none-match"] === page.etag) {
    response.writeHead(304, all).end();
    return;
  }
  const encoding = encodingFor(request.headers["accept-encoding"]);
  const body = page.bodies[encoding];
  response.writeHead(page.status, {
    ...all,
    ...(encoding !== "identity" && { "Content-Encoding": encoding }),
    "Content-Length": body.length,
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

type Encoding = keyof KeptPage["bodies"];
const offered: Encoding[] = ["br", "gzip", "identity"];
// All browsers together send few different headers; reading one anew costs more than sending a kept page.
const known = new LRUCache<string, Encoding>({ max: 1000 });

/** The encoding to answer in, of what an Accept-Encoding header asks for. */
export function encodingFor(accepted: string | string[] | undefined): Encoding {
  if (typeof accepted !== "string") return "identity";
  let best = known.get(accepted);
  if (!best) {
    best = (new Negotiator({ headers: { "accept-encoding": accepted } }).encodings(offered)[0] ??
      "identity") as Encoding;
    known.set(accepted, best);
  }
  return best;
}
