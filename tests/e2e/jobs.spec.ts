import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import pg from "pg";
import { pathTo } from "../../lib/i18n/routes.ts";
import { draft } from "../support/practices.ts";
import { importInto, outbox } from "../support/site.ts";
import { messages, signIn, site, unique } from "./journeys.ts";
import { expectAccessible, locales } from "./pages.ts";
import { test } from "./visitor.ts";

// What Ponte does by itself, as editors see it: jobs, mails that were given up, links that are dead.

/** Writes into the site's own database what would take days to come about: a mail given up, a link dead for weeks. */
async function inDatabase(sql: string, ...values: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: readFileSync(join(site.dataDir, "database-url"), "utf8") });
  await client.connect();
  try {
    await client.query(sql, values);
  } finally {
    await client.end();
  }
}

test("the jobs and the links are for editors: others are asked to sign in, translators are told no", async ({
  browser,
  request,
}) => {
  const translator = await signIn(browser, "en", "translator");
  for (const part of ["jobs", "links"]) {
    const path = pathTo("en", "desk", part);
    expect((await request.get(path)).status(), path).toBe(401);
    expect((await translator.goto(path))?.status(), path).toBe(403);
  }
});

test("an editor sees in every language what Ponte does by itself, and that it does it", async ({ browser }) => {
  const desk = await signIn(browser, "en");
  for (const locale of [...locales.filter((one) => one !== "en"), "en"] as const) {
    const t = messages[locale].job;
    await desk.goto(pathTo(locale, "desk", "jobs"));
    await expect(desk.getByRole("heading", { level: 1 })).toHaveText(t.title);
    const table = desk.getByRole("region", { name: t.title });
    for (const name of Object.values(t.name))
      await expect(table.getByRole("rowheader").filter({ hasText: name })).toHaveCount(1);
  }
  await expectAccessible(desk, "jobs");
  // What is due every minute has run since the start, or will within the minute.
  const due = desk.getByRole("row").filter({ hasText: messages.en.job.name["publish-due"] });
  await expect
    .poll(async () => {
      await desk.reload();
      return due.textContent();
    })
    .not.toContain(messages.en.job.notYet);
});

test("a mail that was given up is listed by what it was about, never by its address, and only administrators try it again", async ({
  browser,
}) => {
  const [key, address] = [unique("receipt"), `${unique("ada").replace(" ", "-")}@example.org`];
  await inDatabase(
    `with mail as (
       insert into "Mail" (id, key, recipient, locale, subject, text, attempts)
       values (gen_random_uuid(), $1, $2, 'it', 'Subject', 'Words', 12) returning id)
     insert into pgboss.job (name, data, state, completed_on, output)
     select 'mail', jsonb_build_object('mail', id), 'failed', now(), '{"error": "EENVELOPE 550"}' from mail`,
    key,
    address,
  );
  const desk = await signIn(browser, "en");
  await desk.goto(pathTo("en", "desk", "jobs"));
  const row = desk.getByRole("row").filter({ hasText: key });
  await expect(row).toContainText("EENVELOPE 550");
  expect(await desk.content()).not.toContain(address);
  await expect(row.getByRole("button")).toHaveCount(0);
  await expect(desk.getByText(messages.en.job.administrators)).toBeVisible();
  await expectAccessible(desk, "jobs, with a mail given up");

  const administrator = await signIn(browser, "en", "administrator");
  await administrator.goto(pathTo("en", "desk", "jobs"));
  const given = administrator.getByRole("row").filter({ hasText: key });
  await given.getByRole("button", { name: new RegExp(messages.en.job.retry) }).click();
  await expect(administrator).toHaveURL(/\?retried$/);
  await expect(administrator.getByRole("status")).toHaveText(messages.en.job.retried);
  await expect.poll(() => outbox(site).some((mail) => mail.includes(address))).toBe(true);
  await administrator.reload();
  await expect(given).toHaveCount(0);
});

// The job that collects links, which runs once a day, may have found it first.
const orAsCollected = `on conflict (url) do update set outcome = excluded.outcome, status = excluded.status,
  "checkedAt" = excluded."checkedAt", "failingSince" = excluded."failingSince", failures = excluded.failures`;

test("an editor finds a dead link, the practice it stands in, and has it tried again", async ({ browser }) => {
  const name = unique("Dead link");
  const url = `https://${name.toLowerCase().replaceAll(" ", "-")}.example/page`;
  importInto(
    site,
    draft({ countries: ["MT"], links: [{ url }], texts: { it: { ...draft().texts.it, title: name } as never } }),
  );
  await inDatabase(
    `insert into "LinkCheck" (url, outcome, status, "checkedAt", "failingSince", failures)
     values ($1, 'broken', 404, now(), now() - interval '20 days', 3) ${orAsCollected}`,
    url,
  );
  const desk = await signIn(browser, "en");
  const t = messages.en.link;
  const list = pathTo("en", "desk", "links");
  await desk.goto(`${list}?show=dead`);
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText(t.title);
  const row = desk.getByRole("row").filter({ hasText: url });
  await expect(row).toContainText("404");
  await expect(row.getByRole("link", { name, exact: true })).toHaveAttribute("href", /\/en\/good-practices\//);
  await expect(row.getByRole("link", { name: new RegExp(t.edit) })).toHaveAttribute("href", /\/en\/desk\/\w+\/edit$/);
  await expectAccessible(desk, "links");
  await row.getByRole("button", { name: new RegExp(t.check) }).click();
  await expect(desk).toHaveURL(/\?show=dead&asked$/);
  await expect(desk.getByRole("status")).toHaveText(t.asked);

  await desk.goto(`${list}?show=moved`);
  await expect(desk.getByRole("row").filter({ hasText: url })).toHaveCount(0);
  await desk.goto(`${list}?show=nonsense&page=-7`);
  await expect(desk.getByRole("row").filter({ hasText: url }), "dead and moved ones").toHaveCount(1);
});

test("a link that nothing names any more is not looked at: the page says so", async ({ browser }) => {
  const desk = await signIn(browser, "en");
  const url = `https://${unique("gone").replace(" ", "-")}.example/`;
  importInto(site, draft({ countries: ["MT"], links: [{ url }] }));
  await inDatabase(
    `insert into "LinkCheck" (url, outcome, "checkedAt", "failingSince", failures)
     values ($1, 'unreachable', now(), now() - interval '20 days', 3) ${orAsCollected}`,
    url,
  );
  await desk.goto(`${pathTo("en", "desk", "links")}?show=dead`);
  await inDatabase(`delete from "LinkCheck" where url = $1`, url);
  const [answer] = await Promise.all([
    desk.waitForResponse((one) => one.request().method() === "POST"),
    desk.getByRole("row").filter({ hasText: url }).getByRole("button").click(),
  ]);
  expect(answer.status()).toBe(404);
  await expect(desk.getByRole("alert")).toHaveText(messages.en.link.gone);
});
