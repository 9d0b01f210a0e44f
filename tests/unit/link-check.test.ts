import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addressesIn } from "../../lib/link-check/addresses.ts";
import { type Door, LinkChecker, type Network } from "../../lib/link-check/check.ts";
import {
  afterLook,
  isPublicAddress,
  isSamePlace,
  isWebAddress,
  type LinkState,
  outcomeOf,
  standingOf,
} from "../../lib/link-check/outcome.ts";

describe("an IP address", () => {
  test.each([
    ...["127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1"],
    ...["169.254.169.254", "100.64.0.1", "100.100.100.200", "168.63.129.16", "192.0.0.192", "198.18.0.1"],
    ...["224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "203.0.113.9"],
    ...["::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "2001:db8::1"],
    ...["::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "0:0:0:0:0:ffff:7f00:1"],
    ...["64:ff9b::7f00:1", "2002:7f00:1::", "2001::1", "localhost", "", "1.2.3", "999.1.1.1"],
  ])("that is not of the public internet is refused: %s", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each(["8.8.8.8", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450:4001::1"])(
    "of the public internet is gone to: %s",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  test("of any private network is refused, however it is written", () => {
    const octet = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.constantFrom("10", "127"), octet, octet, octet, (first, b, c, d) => {
        const address = `${first}.${b}.${c}.${d}`;
        expect(isPublicAddress(address)).toBe(false);
        expect(isPublicAddress(`::ffff:${address}`)).toBe(false);
      }),
    );
  });
});

test("only http and https on their own ports are looked at", () => {
  for (const url of ["http://a.example", "https://a.example/", "http://a.example:443/", "https://a.example:80/"])
    expect(isWebAddress(new URL(url)), url).toBe(true);
  for (const url of ["http://a.example:8080/", "https://a.example:22/", "ftp://a.example/", "file:///etc/passwd"])
    expect(isWebAddress(new URL(url)), url).toBe(false);
});

test("an answer's status is what readers would find", () => {
  expect(outcomeOf(200, false)).toBe("ok");
  expect(outcomeOf(204, true)).toBe("moved");
  for (const status of [404, 410]) expect(outcomeOf(status, true)).toBe("broken");
  for (const status of [401, 403, 429, 999]) expect(outcomeOf(status, false)).toBe("refused");
  for (const status of [400, 500, 502, 503, 304]) expect(outcomeOf(status, false)).toBe("unreachable");
});

describe("a link", () => {
  const well: LinkState = {
    ...{ outcome: "ok", status: 200, target: null, failingSince: null, failures: 0 },
    checkedAt: new Date(0),
  };
  const day = (number: number, hour = 10) => new Date(Date.UTC(2026, 0, number, hour));
  const gone = { outcome: "broken", status: 404 } as const;

  test("is dead once it has failed on three different days, and not by three looks on one", () => {
    let state = well;
    for (const hour of [8, 9, 10]) state = afterLook(state, gone, day(1, hour));
    expect(state).toMatchObject({ failures: 1, failingSince: day(1, 8), checkedAt: day(1, 10) });
    expect(standingOf(state)).toBe("failing");
    state = afterLook(state, { outcome: "unreachable" }, day(2));
    expect(standingOf(state)).toBe("failing");
    state = afterLook(state, gone, day(3));
    expect(state).toMatchObject({ failures: 3, failingSince: day(1, 8), outcome: "broken", status: 404 });
    expect(standingOf(state)).toBe("dead");
  });

  test("that answers again is well at once", () => {
    const state = afterLook({ ...well, failures: 5, failingSince: day(1) }, { outcome: "ok", status: 200 }, day(9));
    expect(state).toEqual({ ...well, checkedAt: day(9) });
    expect(standingOf(state)).toBeUndefined();
  });

  test("whose site turns programs away is not failing; one that leads into a private network is", () => {
    expect(standingOf(afterLook(well, { outcome: "refused", status: 403 }, day(1)))).toBe("refused");
    expect(standingOf(afterLook(well, { outcome: "refused" }, day(1)))).toBe("failing");
    expect(standingOf(afterLook(well, { outcome: "moved", status: 200 }, day(1)))).toBe("moved");
  });

  test("has not moved where only http, www or a slash is new", () => {
    for (const other of ["https://a.example/b", "http://www.a.example/b", "https://www.a.example/b/"])
      expect(isSamePlace("http://a.example/b", other), other).toBe(true);
    for (const other of ["http://a.example/", "http://a.example/b?c", "http://b.example/b"])
      expect(isSamePlace("http://a.example/b", other), other).toBe(false);
  });
});

test("the links of a Markdown text are found, and nothing else", () => {
  const text = `See [the page](https://a.example/x_(y)) and <http://b.example/?a=1&b=2>, or [this][one].
    Not ftp://c.example, nor \`https://d.example\`, nor [mail](mailto:a@b.example) nor [ours](/en/about).

[one]: https://e.example/one "One"`;
  expect(addressesIn(text).sort()).toEqual([
    "http://b.example/?a=1&b=2",
    "https://a.example/x_(y)",
    "https://e.example/one",
  ]);
  expect(addressesIn(`[long](https://a.example/${"x".repeat(1000)})`)).toEqual([]);
});

describe("looking at an address", () => {
  const names: Record<string, string[]> = {
    "good.example": ["93.184.216.34"],
    "other.example": ["93.184.216.35"],
    "home.example": ["127.0.0.1"],
    "split.example": ["93.184.216.34", "10.0.0.1"],
    "mapped.example": ["::ffff:169.254.169.254"],
    "slow.example": ["93.184.216.36"],
    "empty.example": [],
  };
  let server: Server;
  let doors: Door[] = [];
  let asked: string[] = [];
  let agents: (string | undefined)[] = [];
  let open = 0;
  let mostOpen = 0;
  const world: Network = {
    resolve: async (host) => {
      const addresses = names[host];
      if (!addresses) throw Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" });
      return addresses;
    },
    dial: (door) => {
      doors.push(door);
      return connect((server.address() as AddressInfo).port, "127.0.0.1");
    },
  };
  const look = (url: string) => new LinkChecker(world).look(url);

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const { host, "user-agent": agent } = request.headers;
      const path = request.url ?? "";
      asked.push(`${request.method} ${host}${path}`);
      agents.push(agent);
      open++;
      mostOpen = Math.max(mostOpen, open);
      if (host === "slow.example") await new Promise((resolve) => setTimeout(resolve, 30));
      open--;
      const [, status = "200", to] = /^\/(\d{3})(?:\/(.*))?$/.exec(path) ?? [];
      if (path === "/loop") response.writeHead(302, { Location: "/loop" }).end();
      else if (path === "/no-head") response.writeHead(request.method === "HEAD" ? 405 : 200).end("a body");
      else response.writeHead(Number(status), to ? { Location: decodeURIComponent(to) } : {}).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => server.close());
  beforeEach(() => {
    doors = [];
    asked = [];
    agents = [];
    mostOpen = 0;
  });
  const to = (status: number, target: string) => `http://good.example/${status}/${encodeURIComponent(target)}`;

  test("asks for the head alone, says who asks, and goes to the very address that was judged", async () => {
    expect(await look("http://good.example/200")).toEqual({ outcome: "ok", status: 200 });
    expect(asked).toEqual(["HEAD good.example/200"]);
    expect(agents[0]).toMatch(/^Ponte link check \(\+http/);
    expect(doors).toEqual([{ host: "good.example", address: "93.184.216.34", port: 80, secure: false }]);
  });

  test("asks for the page where a site refuses to tell its head", async () => {
    expect(await look("http://good.example/no-head")).toEqual({ outcome: "ok", status: 200 });
    expect(asked).toEqual(["HEAD good.example/no-head", "GET good.example/no-head"]);
  });

  test.each([
    ...["http://home.example/", "http://split.example/", "http://mapped.example/", "http://127.0.0.1/"],
    ...["http://[::1]/", "http://[::ffff:7f00:1]/", "http://2130706433/", "http://0x7f.1/", "http://169.254.169.254/x"],
    ...["http://good.example:8080/", "http://good.example:5432/"],
  ])("knocks at no door inside a network, nor at another port: %s", async (url) => {
    expect(await look(url)).toEqual({ outcome: "refused" });
    expect(doors).toEqual([]);
  });

  test("judges every redirect anew", async () => {
    for (const target of [
      "http://home.example/",
      "http://10.0.0.1/",
      "http://good.example:6379/",
      "ftp://good.example/",
    ]) {
      doors = [];
      expect(await look(to(302, target)), target).toEqual({ outcome: "refused" });
      expect(doors, target).toHaveLength(1);
    }
  });

  test("says that a page has moved only where that is for good, and to another place", async () => {
    expect(await look(to(301, "http://other.example/200"))).toEqual({
      ...{ outcome: "moved", status: 200, target: "http://other.example/200" },
    });
    expect(await look(to(308, "/200"))).toMatchObject({ outcome: "moved", status: 200 });
    expect(await look(to(302, "http://other.example/200"))).toEqual({ outcome: "ok", status: 200 });
    expect(await look(to(301, "http://other.example/404"))).toEqual({ outcome: "broken", status: 404 });
  });

  test("follows five redirects and no more", async () => {
    expect(await look("http://good.example/loop")).toEqual({ outcome: "unreachable" });
    expect(asked).toHaveLength(6);
  });

  test("finds nobody where there is no such name, no address, or nobody at home", async () => {
    expect(await look("http://unknown.example/")).toEqual({ outcome: "unreachable" });
    expect(await look("http://empty.example/")).toEqual({ outcome: "unreachable" });
    const dead: Network = { ...world, dial: () => connect(1, "127.0.0.1") };
    expect(await new LinkChecker(dead).look("http://good.example/")).toEqual({ outcome: "unreachable" });
    expect(await look("http://good.example/500")).toEqual({ outcome: "unreachable", status: 500 });
  });

  test("asks a host for one thing at a time", async () => {
    const checker = new LinkChecker(world);
    await Promise.all([1, 2, 3, 4].map((page) => checker.look(`http://slow.example/?${page}`)));
    expect(asked).toHaveLength(4);
    expect(mostOpen).toBe(1);
  });

  test("stops where it is told to", async () => {
    const stop = new AbortController();
    const looking = new LinkChecker(world).look("http://slow.example/", stop.signal);
    stop.abort();
    await expect(looking).rejects.toThrow();
  });
});
