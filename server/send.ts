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
  const encoding = encodingFor(request.headers["accept-encoding"]);
  const head = headOf(page, encoding, headers);
  if (page.location !== undefined) {
    response.writeHead(page.status, head).end();
    return;
  }
  if (page.status === 200 && request.headers["if-none-match"] === page.etag) {
    response.writeHead(304, head).end();
    return;
  }
  response.writeHead(page.status, head);
  response.end(request.method === "HEAD" ? undefined : page.bodies[encoding]);
}

// A page's headers are the same each time it is sent: put together once, as they cost as much as the sending.
const heads = new WeakMap<KeptPage, Partial<Record<Encoding, Record<string, string>>>>();

function headOf(page: KeptPage, encoding: Encoding, headers: Record<string, string>): Record<string, string> {
  const known = heads.get(page) ?? {};
  heads.set(page, known);
  known[encoding] ??= {
    ...headers,
    // Proxies in front may keep an answer for a second, and longer only while we fail.
    "Cache-Control": page.status >= 500 ? "no-store" : "public, max-age=0, s-maxage=1, stale-if-error=86400",
    ...(page.location !== undefined
      ? { Location: page.location }
      : {
          "Content-Type": page.type,
          Vary: "Accept-Encoding",
          ETag: page.etag,
          ...(page.link !== undefined && { Link: page.link }),
          "Content-Length": String(page.bodies[encoding].length),
          ...(encoding !== "identity" && { "Content-Encoding": encoding }),
        }),
  };
  return known[encoding];
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
