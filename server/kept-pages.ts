import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { LRUCache } from "lru-cache";

/** An answer ready to be sent: its bytes in each encoding, and what it was rendered from. */
export type KeptPage = {
  status: number;
  type: string;
  /** Where a redirect leads. */
  location?: string;
  /** What the page will need at once (RFC 8288): its font. */
  link?: string;
  etag: string;
  stamp: string;
  renderedAt: Date;
  bodies: { identity: Buffer; gzip: Buffer; br: Buffer };
};

/** How many pages are rendered at one time, at the most. */
const mostUnderway = 500;

/** What a renderer hands over. A status from 500 on is a failure: it is never kept. */
export type Rendered = { status: number; type: string; body: Buffer; location?: string; link?: string };

/**
 * Keeps finished pages in memory, by address, until the public stamp moves: the only cache of the site
 * (docs/decisions/001). Bounded by bytes, so endless addresses cannot fill it.
 */
export class KeptPages {
  private readonly pages: LRUCache<string, KeptPage>;
  private readonly underway = new Map<string, Promise<KeptPage>>();

  constructor(maxBytes = 64 * 1024 * 1024) {
    this.pages = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: ({ bodies }, key) =>
        key.length + bodies.identity.length + bodies.gzip.length + bodies.br.length + 500,
    });
  }

  /**
   * The page of an address as of `stamp`: kept, or rendered now. Requests that arrive together wait for one rendering.
   * @returns `outdated` where rendering failed and the last kept page has to do
   */
  async get(
    address: string,
    stamp: string,
    render: () => Promise<Rendered>,
  ): Promise<{ page: KeptPage; outdated: boolean }> {
    const current = this.current(address, stamp);
    if (current) return { page: current, outdated: false };
    const kept = this.pages.get(address);
    const key = `${stamp} ${address}`;
    let rendering = this.underway.get(key);
    if (!rendering) {
      // A database that hangs shall not pile up pages without end.
      if (this.underway.size >= mostUnderway) throw new Error("too many pages are being rendered");
      rendering = this.render(address, stamp, render).finally(() => this.underway.delete(key));
      this.underway.set(key, rendering);
    }
    const page = await rendering.catch((error) => {
      if (!kept) throw error;
      console.error(error);
    });
    if (kept && (!page || page.status >= 500)) return { page: kept, outdated: true };
    return { page: page as KeptPage, outdated: false };
  }

  /** The page of an address if it is kept and as of `stamp`: the short way, without a promise. */
  current(address: string, stamp: string): KeptPage | undefined {
    const kept = this.pages.get(address);
    return kept?.stamp === stamp ? kept : undefined;
  }

  private async render(address: string, stamp: string, render: () => Promise<Rendered>): Promise<KeptPage> {
    const page = await finish(await render(), stamp);
    if (page.status < 500) this.pages.set(address, page);
    return page;
  }
}

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

/** Compresses a body that is sent once and thrown away. */
export async function compressQuickly(body: Buffer, encoding: keyof KeptPage["bodies"]): Promise<Buffer> {
  if (encoding === "gzip") return compressGzip(body, { level: 5 });
  if (encoding === "br") return compressBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
  return body;
}

/** Compresses a body once, and names its content by an ETag. */
export async function finish({ status, type, body, location, link }: Rendered, stamp: string): Promise<KeptPage> {
  const [gzipped, br] = await Promise.all([
    compressGzip(body, { level: 9 }),
    compressBrotli(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  ]);
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const bodies = { identity: body, gzip: gzipped, br };
  return { status, type, location, link, etag, stamp, renderedAt: new Date(), bodies };
}
