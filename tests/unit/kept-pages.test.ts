import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { finish, KeptPages, type Rendered } from "../../server/kept-pages.ts";

const page = (body: string, status = 200): Rendered => ({ status, type: "text/html", body: Buffer.from(body) });

/** A renderer that counts how often it was asked. */
function renderer(answer: () => Rendered | Promise<Rendered>) {
  const render = async () => {
    render.times += 1;
    return answer();
  };
  render.times = 0;
  return render;
}
const bodyOf = ({ page: { bodies } }: { page: Awaited<ReturnType<typeof finish>> }) => bodies.identity.toString();

describe("a kept page", () => {
  test("is rendered once, then sent from memory", async () => {
    const [kept, render] = [new KeptPages(), renderer(() => page("a"))];
    expect(kept.current("/it", "1")).toBeUndefined();
    expect(bodyOf(await kept.get("/it", "1", render))).toBe("a");
    expect(bodyOf(await kept.get("/it", "1", render))).toBe("a");
    expect(kept.current("/it", "1")?.bodies.identity.toString()).toBe("a");
    expect(render.times).toBe(1);
  });

  test("is rendered once for all who ask while it is being rendered", async () => {
    let done = (_: Rendered) => {};
    const slow = new Promise<Rendered>((resolve) => {
      done = resolve;
    });
    const [kept, render] = [new KeptPages(), renderer(() => slow)];
    const asked = Array.from({ length: 20 }, () => kept.get("/it", "1", render));
    done(page("a"));
    expect((await Promise.all(asked)).map(bodyOf)).toEqual(Array.from({ length: 20 }, () => "a"));
    expect(render.times).toBe(1);
  });

  test("is of its own address: two are rendered side by side", async () => {
    const kept = new KeptPages();
    const [it, fr] = await Promise.all([
      kept.get("/it", "1", async () => page("ciao")),
      kept.get("/fr", "1", async () => page("bonjour")),
    ]);
    expect([bodyOf(it), bodyOf(fr)]).toEqual(["ciao", "bonjour"]);
  });

  test("is rendered anew when the public stamp has moved", async () => {
    let words = "before";
    const [kept, render] = [new KeptPages(), renderer(() => page(words))];
    await kept.get("/it", "1", render);
    words = "after";
    expect(kept.current("/it", "2")).toBeUndefined();
    expect(await kept.get("/it", "2", render)).toMatchObject({ outdated: false, page: { stamp: "2" } });
    expect(kept.current("/it", "2")?.bodies.identity.toString()).toBe("after");
    expect(render.times).toBe(2);
  });

  test("that was asked for after a publication does not wait for a rendering from before it", async () => {
    const kept = new KeptPages();
    let finishOld = (_: Rendered) => {};
    const old = kept.get("/it", "1", () => new Promise((resolve) => (finishOld = resolve)));
    expect(bodyOf(await kept.get("/it", "2", async () => page("new")))).toBe("new");
    finishOld(page("old"));
    expect(bodyOf(await old)).toBe("old");
  });

  test("may be one that says 404 or 410, or a redirect", async () => {
    const kept = new KeptPages();
    const gone = renderer(() => page("gone", 410));
    await kept.get("/it/x", "1", gone);
    expect(await kept.get("/it/x", "1", gone)).toMatchObject({ page: { status: 410 } });
    expect(gone.times).toBe(1);
    const moved = renderer(() => ({ ...page("", 308), location: "/it/y" }));
    expect(await kept.get("/it/z", "1", moved)).toMatchObject({ page: { status: 308, location: "/it/y" } });
  });
});

describe("a rendering that fails", () => {
  test("leaves the last kept page to be shown, which is said to be outdated", async () => {
    const kept = new KeptPages();
    await kept.get("/it", "1", async () => page("before"));
    const failed = await kept.get("/it", "2", async () => page("sorry", 503));
    expect(bodyOf(failed)).toBe("before");
    expect(failed).toMatchObject({ outdated: true, page: { status: 200, stamp: "1" } });
  });

  test("is not kept: the next reader may be luckier", async () => {
    const kept = new KeptPages();
    expect(await kept.get("/it", "1", async () => page("sorry", 503))).toMatchObject({
      outdated: false,
      page: { status: 503 },
    });
    expect(bodyOf(await kept.get("/it", "1", async () => page("a")))).toBe("a");
  });

  test("with an exception is not remembered either", async () => {
    const kept = new KeptPages();
    const broken = kept.get("/it", "1", () => Promise.reject(new Error("broken")));
    await expect(broken).rejects.toThrow("broken");
    expect(bodyOf(await kept.get("/it", "1", async () => page("a")))).toBe("a");
  });
});

describe("the memory", () => {
  const all = Array.from({ length: 100 }, (_, at) => `/it/buone-pratiche?q=${at}`);
  const keptOf = (kept: KeptPages) => all.filter((address) => kept.current(address, "1"));

  test("is bounded, however many addresses are asked for: the oldest go first", async () => {
    const kept = new KeptPages(20_000);
    for (const address of all) await kept.get(address, "1", async () => page("x".repeat(1000)));
    const left = keptOf(kept);
    expect(left).toEqual(all.slice(-left.length));
    expect(left.length).toBeGreaterThan(5);
    expect(left.length * 1000).toBeLessThan(20_000);
  });

  test("counts addresses too, so that long ones of small pages cannot fill it", async () => {
    const kept = new KeptPages(20_000);
    const long = all.map((address) => `${address}${"y".repeat(2000)}`);
    for (const address of long) await kept.get(address, "1", async () => page("x"));
    expect(long.filter((address) => kept.current(address, "1")).length).toBeLessThan(10);
  });

  test("does not keep a page that is larger than all of it, and still shows it", async () => {
    const kept = new KeptPages(2_000);
    expect(bodyOf(await kept.get("/it", "1", async () => page("x".repeat(5000))))).toHaveLength(5000);
    expect(kept.current("/it", "1")).toBeUndefined();
  });
});

test("a finished page says the same in every encoding, under a name of its content", async () => {
  const [one, same, other] = await Promise.all([
    finish(page("più parole"), "1"),
    finish(page("più parole"), "2"),
    finish(page("altre parole"), "1"),
  ]);
  expect(gunzipSync(one.bodies.gzip).toString()).toBe("più parole");
  expect(brotliDecompressSync(one.bodies.br).toString()).toBe("più parole");
  expect(one.etag).toMatch(/^"[\w-]+"$/);
  expect(same.etag).toBe(one.etag);
  expect(other.etag).not.toBe(one.etag);
});
