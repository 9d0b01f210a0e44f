import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import inject from "light-my-request";
import { withAnswer } from "../lib/http/answer.ts";
import { clientAddress, clientAddressHeader } from "../lib/http/client-address.ts";
import { isLocale, type Locale } from "../lib/i18n/locales.ts";
import { negotiateLocale } from "../lib/i18n/negotiate.ts";
import { canonicalAddress, isDocument, isMachineAddress, isReadingPage } from "../lib/reading-pages.ts";
import { formPolicy, readingPolicy, withNonce, withNotice, withoutFrameworkScripts } from "./finish.ts";
import { compressQuickly, finish, KeptPages, type Rendered } from "./kept-pages.ts";
import { encodingFor, send } from "./send.ts";
import type { StampWatch } from "./stamp-watch.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type FrontOptions = {
  /** Next's request handler. */
  handle: Handler;
  watch: StampWatch;
  /** In development nothing is kept, and reading pages keep their scripts for hot reload. */
  dev: boolean;
  /** Over https browsers are told to stay there. */
  secure: boolean;
  /** How many proxies in front are believed. */
  trustedProxies: number;
  /** The words for "shown as it was at …", in the page's language. */
  staleNotice: (pathname: string, renderedAt: Date) => string;
};

/** The largest form that is read, in bytes. */
const largestForm = 1_000_000;

/**
 * The server that everyone talks to (docs/decisions/001, 002): it finishes pages and keeps those for readers, sets the
 * statuses that Next cannot, refuses forms from other sites, and passes everything else to Next untouched.
 */
export function createFrontServer(options: FrontOptions): Server {
  const kept = new KeptPages();
  const { watch, handle, dev } = options;
  const headers = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    ...(options.secure && { "Strict-Transport-Security": "max-age=31536000" }),
  };

  const htmlHeaders = {
    ...headers,
    "Content-Security-Policy": readingPolicy,
    "Speculation-Rules": '"/speculation-rules.json"',
  };
  const headersFor = (page: { type: string }): Record<string, string> => (isHtml(page) ? htmlHeaders : headers);

  return createServer((request, response) => {
    // The short way, for nearly all: only canonical addresses of reading pages are ever kept.
    if (request.method === "GET" && watch.fresh && !dev) {
      const page = kept.current(request.url ?? "/", watch.stamp);
      if (page) {
        send(request, response, page, headersFor(page));
        return;
      }
    }
    // Next rewrites request.url in place: what is asked for is read before.
    const address = readable(request.url ?? "/");
    request.url = address;
    route(request, response, address).catch((error) => {
      console.error(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(503, { ...headers, "Retry-After": "5" }).end();
    });
  });

  async function route(request: IncomingMessage, response: ServerResponse, address: string): Promise<void> {
    const reading = request.method === "GET" || request.method === "HEAD";
    if (reading && !dev && isReadingPage(address)) {
      const canonical = canonicalAddress(address);
      if (canonical === address) return answerKept(request, response, address);
      response.writeHead(308, { ...headers, Location: canonical, "Cache-Control": "public, max-age=3600" }).end();
      return;
    }
    if (!reading && isForeign(request, options.trustedProxies)) {
      response.writeHead(403, headers).end();
      return;
    }
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (isMachineAddress(address) || (dev && isDevelopment(address))) return handle(request, response);
    return answerForm(request, response, address);
  }

  /** Reading pages: from memory, or rendered now and kept. */
  async function answerKept(request: IncomingMessage, response: ServerResponse, address: string): Promise<void> {
    const { page, outdated } = await kept.get(address, watch.stamp, () => render(address));
    if (page.status >= 500 || !isHtml(page) || (!outdated && watch.fresh)) {
      return send(request, response, page, headersFor(page));
    }
    const notice = options.staleNotice(pathOf(address), page.renderedAt);
    const body = Buffer.from(withNotice(page.bodies.identity.toString(), notice));
    const age = String(Math.round((Date.now() - page.renderedAt.getTime()) / 1000));
    send(request, response, await finish({ ...page, body }, page.stamp), { ...headersFor(page), Age: age });
  }

  /** Has Next answer a request for an address that nobody has sent. */
  function inAnswerTo(url: string, headers: Record<string, string>) {
    // Ended by hand: a chain that is only awaited would be sent after withAnswer, without its note.
    const answered = (request: unknown, response: unknown) => void handle(request as never, response as never);
    return inject(answered, { method: "GET", url, headers }).end();
  }

  /** Has Next render an address as anybody would get it: no header of the reader goes into a page that is kept. */
  async function render(address: string): Promise<Rendered> {
    const answer: { status?: number } = {};
    const result = await withAnswer(answer, () => inAnswerTo(address, { host: "localhost", accept: "text/html" }));
    const { location, link } = result.headers;
    if (location) return { status: result.statusCode, type: "", body: Buffer.alloc(0), location: String(location) };
    const status = answer.status ?? result.statusCode;
    if (status >= 500 && answer.status === undefined) return unavailable(address);
    const type = String(result.headers["content-type"] ?? "text/html; charset=utf-8");
    const body = isHtml({ type }) ? Buffer.from(withoutFrameworkScripts(result.body)) : result.rawPayload;
    return { status, type, body, link: link && String(link) };
  }

  /** The page that says that we cannot reach our data, where rendering failed. It asks nothing of the database. */
  async function unavailable(address: string): Promise<Rendered> {
    const pathname = pathOf(address);
    if (isDocument(pathname)) return { status: 503, type: "text/plain", body: Buffer.from("503\n") };
    return { ...(await render(`/${localeOf(address) ?? "en"}/unavailable`)), status: 503 };
  }

  /** Pages with forms, the desk, and addresses of nothing: rendered for this reader alone, never kept. */
  async function answerForm(request: IncomingMessage, response: ServerResponse, address: string): Promise<void> {
    if (Number(request.headers["content-length"] ?? 0) > largestForm) {
      response.writeHead(413, { Connection: "close" }).end();
      return;
    }
    const forwarded = request.headers["x-forwarded-for"];
    const remote = request.socket.remoteAddress;
    request.headers[clientAddressHeader] = clientAddress(
      remote,
      String(forwarded ?? "") || undefined,
      options.trustedProxies,
    );
    if (!localeOf(address)) {
      request.url = `/${negotiateLocale(request.headers["accept-language"])}${address}`;
    }
    // Next shall not compress what is finished here first.
    const encoding = encodingFor(request.headers["accept-encoding"]);
    delete request.headers["accept-encoding"];
    const nonce = randomBytes(16).toString("base64");
    const answer: { status?: number } = {};
    const captured = captureBody(response);
    // Next may wait for the sending, which is held back: what counts is that it has written everything.
    const handled = withAnswer(answer, () => handle(request, response)).then(() => captured);
    let body = await Promise.race([captured, handled]);
    let status = response.statusCode;
    if (status === 303 && answer.status === 401) {
      // A form of somebody whose session had ended: its page comes in this answer, with what was typed, which a
      // redirect would lose.
      const headers = { host: "localhost", accept: "text/html", cookie: request.headers.cookie ?? "" };
      const page = await withAnswer(answer, () => inAnswerTo(address, headers));
      response.removeHeader("Location");
      response.setHeader("Content-Type", String(page.headers["content-type"]));
      [status, body] = [page.statusCode, page.rawPayload];
    }
    if (status >= 500) {
      const page = await unavailable(address);
      [status, body] = [page.status, page.body];
      response.setHeader("Content-Type", page.type);
    } else if (String(response.getHeader("content-type")).startsWith("text/html")) {
      status = status === 200 ? (answer.status ?? status) : status;
      body = Buffer.from(withNonce(withoutFrameworkScripts(body.toString()), nonce));
    }
    response.setHeader("Content-Security-Policy", formPolicy(nonce));
    response.setHeader("Cache-Control", "private, no-store");
    response.setHeader("Vary", "Accept-Encoding");
    // Quickly, as every such page is another: a kept page takes its time.
    const coded = await compressQuickly(body, encoding);
    if (encoding !== "identity") response.setHeader("Content-Encoding", encoding);
    response.setHeader("Content-Length", coded.length);
    response.writeHead(status);
    response.end(request.method === "HEAD" ? undefined : coded);
  }
}

/** An address as it was asked for; one whose escapes mean nothing becomes one where nothing is. */
function readable(address: string): string {
  try {
    decodeURIComponent(pathOf(address));
    return address;
  } catch {
    return `/${localeOf(address) ?? "en"}/unreadable-address`;
  }
}

/** In development Next answers its own addresses, and reading pages keep its scripts. */
const isDevelopment = (address: string) => /^\/(_next|__next)/.test(address) || isReadingPage(address);
const pathOf = (address: string) => address.split("?")[0] ?? "/";
function localeOf(address: string): Locale | undefined {
  const [, first] = pathOf(address).split("/");
  return isLocale(first) ? first : undefined;
}
const isHtml = ({ type }: { type: string }) => type.startsWith("text/html");

/**
 * Holds back what is written to a response, so that it can be finished as a whole; headers set on it stay.
 * @returns the body, once the response was ended; the response's own methods work again by then
 */
function captureBody(response: ServerResponse): Promise<Buffer> {
  const { write, end, writeHead, flushHeaders } = response;
  const chunks: Buffer[] = [];
  const add = (chunk: unknown, encoding?: unknown) => {
    if (typeof chunk === "string") chunks.push(Buffer.from(chunk, encoding as BufferEncoding));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  return new Promise((resolve) => {
    response.flushHeaders = () => {};
    response.writeHead = ((status: number, ...rest: unknown[]) => {
      response.statusCode = status;
      const given = rest.at(-1);
      if (given && typeof given === "object") {
        for (const [name, value] of Object.entries(given)) response.setHeader(name, value as string);
      }
      return response;
    }) as typeof writeHead;
    response.write = ((chunk: unknown, encoding?: unknown, done?: unknown) => {
      add(chunk, encoding);
      const callback = [encoding, done].find((one) => typeof one === "function") as (() => void) | undefined;
      callback?.();
      return true;
    }) as typeof write;
    response.end = ((chunk?: unknown, encoding?: unknown) => {
      add(chunk, encoding);
      Object.assign(response, { write, end, writeHead, flushHeaders });
      resolve(Buffer.concat(chunks));
      return response;
    }) as typeof end;
  });
}

/** A form that another site's page sent here. Requests without an Origin come from no browser's form. */
function isForeign(request: IncomingMessage, trustedProxies: number): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return request.headers["sec-fetch-site"] === "cross-site";
  const forwarded = request.headers["x-forwarded-host"];
  const hosts = trustedProxies > 0 && typeof forwarded === "string" ? [forwarded, host] : [host];
  return !URL.canParse(origin) || !hosts.includes(new URL(origin).host);
}
