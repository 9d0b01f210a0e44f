import { lookup } from "node:dns/promises";
import { type IncomingMessage, request } from "node:http";
import { connect, isIP } from "node:net";
import type { Duplex } from "node:stream";
import { connect as connectSecurely } from "node:tls";
import { siteUrl } from "../site.ts";
import { type Finding, isPublicAddress, isSamePlace, isWebAddress, outcomeOf } from "./outcome.ts";

const patience = 15_000;
const mostRedirects = 5;

/** Where the way out begins: `host` is asked for, `address` is gone to. */
export type Door = { host: string; address: string; port: number; secure: boolean };

/** How the world is reached; tests have a small one of their own. */
export type Network = {
  /** The IP addresses of a host. */
  resolve: (host: string) => Promise<string[]>;
  dial: (door: Door) => Duplex;
};

const internet: Network = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  dial: ({ host, address, port, secure }) =>
    secure
      ? connectSecurely({ host: address, port, servername: isIP(host) ? undefined : host, ALPNProtocols: ["http/1.1"] })
      : connect({ host: address, port }),
};

/** Looks at the web addresses of one run: at one of a host at a time, however many are asked for at once. */
export class LinkChecker {
  readonly #network: Network;
  readonly #hosts = new Map<string, Promise<unknown>>();

  constructor(network: Network = internet) {
    this.#network = network;
  }

  /**
   * What a web address answers. Goes only to public addresses: the name is resolved, every address it has is judged, and
   * one of those very addresses is connected to, anew at each redirect, so that no second answer of a name server can
   * lead elsewhere. No body is read.
   * @throws where `signal` said to stop
   */
  async look(address: string, signal?: AbortSignal): Promise<Finding> {
    let url = new URL(address);
    let lasting = true;
    let movedTo: string | undefined;
    for (let hop = 0; hop <= mostRedirects; hop++) {
      signal?.throwIfAborted();
      const answer = await this.#politely(url.hostname, () => this.#ask(url, signal));
      if (answer === "refused" || answer === "unreachable") return { outcome: answer };
      const { status, location } = answer;
      if (location === undefined || ![301, 302, 303, 307, 308].includes(status)) {
        const outcome = outcomeOf(status, movedTo !== undefined && !isSamePlace(address, movedTo));
        return { outcome, status, ...(outcome === "moved" && { target: movedTo }) };
      }
      if (!URL.canParse(location, url.href)) return { outcome: "unreachable", status };
      url = new URL(location, url);
      lasting &&= status === 301 || status === 308;
      if (lasting) movedTo = url.href;
    }
    return { outcome: "unreachable" };
  }

  async #ask(url: URL, signal?: AbortSignal): Promise<Answer | "refused" | "unreachable"> {
    if (!isWebAddress(url)) return "refused";
    // A name in brackets is an IPv6 address.
    const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
    const enough = AbortSignal.any([AbortSignal.timeout(patience), ...(signal ? [signal] : [])]);
    try {
      const addresses = isIP(host) ? [host] : await within(enough, this.#network.resolve(host));
      const [address] = addresses;
      if (address === undefined) return "unreachable";
      if (!addresses.every(isPublicAddress)) return "refused";
      const secure = url.protocol === "https:";
      const door = { host, address, secure, port: Number(url.port) || (secure ? 443 : 80) };
      const head = await this.#request("HEAD", url, door, enough);
      return head.status < 400 ? head : await this.#request("GET", url, door, enough);
    } catch (error) {
      if (signal?.aborted) throw error;
      return "unreachable";
    }
  }

  #request(method: "HEAD" | "GET", url: URL, door: Door, signal: AbortSignal): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sent = request({
        method,
        path: url.pathname + url.search,
        headers: {
          Host: url.host,
          "User-Agent": `Ponte link check (+${siteUrl()})`,
          Accept: "text/html,application/xhtml+xml,*/*;q=0.8",
          Connection: "close",
        },
        createConnection: () => this.#network.dial(door),
        signal,
      });
      sent.on("error", reject);
      sent.once("response", (response: IncomingMessage) => {
        resolve({ status: response.statusCode ?? 0, location: response.headers.location });
        response.on("error", () => {});
        sent.destroy();
      });
      sent.end();
    });
  }

  /** Lets one after the other go to a host. */
  #politely<T>(host: string, go: () => Promise<T>): Promise<T> {
    const before = this.#hosts.get(host) ?? Promise.resolve();
    const turn = before.then(go, go);
    this.#hosts.set(host, turn);
    return turn;
  }
}

type Answer = { status: number; location?: string };

/** A name server that does not answer is waited for no longer than the rest. */
function within<T>(signal: AbortSignal, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
