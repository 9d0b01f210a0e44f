import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import pg from "pg";
import { auditActions, auditFields, subjectKinds } from "../../lib/audit/audit.ts";
import { pathTo } from "../../lib/i18n/routes.ts";
import { editorLink, outbox } from "../support/site.ts";
import { codeOf, messages, setUpCode, signIn, site, unique } from "./journeys.ts";
import { expectAccessible, locales } from "./pages.ts";
import { test } from "./visitor.ts";

const t = messages.en;

test("an administrator sets up a code, and is asked for it the next time: a mail alone opens nothing", async ({
  browser,
}) => {
  const email = `${unique("admin").replace(" ", "-")}@example.org`;
  const page = await (await browser.newContext({ baseURL: site.url, javaScriptEnabled: false })).newPage();
  await page.goto(editorLink(site, email, "administrator"));
  await page.getByRole("button", { name: t.desk.confirm }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.code.title);
  await expect(page.getByRole("img", { name: t.code.qrLabel })).toBeVisible();
  // The session is there, and good for nothing yet.
  await page.goto(pathTo("en", "desk", "people"));
  await expect(page).toHaveURL(/\/en\/desk\/code\?to=/);
  await page.getByLabel(t.code.code).fill("000000");
  const [refused] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === "POST"),
    page.getByRole("button", { name: t.code.open }).click(),
  ]);
  expect(refused.status()).toBe(422);
  await expect(page.getByRole("alert")).toContainText("not right");
  const key = await setUpCode(page, "en");
  await expect(page, "one comes to where one wanted").toHaveURL(/\/en\/desk\/people$/);
  await page.getByRole("button", { name: t.desk.signOut }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.desk.signInTitle);

  await page.goto(await mailedLink(page, email));
  await page.getByRole("button", { name: t.desk.confirm }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.code.title);
  await expect(page.locator("main code"), "the key is shown once").toHaveCount(0);
  await page.getByLabel(t.code.code).fill(codeOf(key, 30));
  await page.getByRole("button", { name: t.code.open }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.desk.title);
});

test("an administrator invites a translator, makes her an editor and removes her, and the log tells of it", async ({
  browser,
}) => {
  const desk = await signIn(browser, "en", "administrator");
  const name = unique("Sofia");
  const email = `${name.toLowerCase().replace(" ", "-")}@example.org`;
  await desk.goto(pathTo("en", "desk", "people"));
  await expectAccessible(desk, "people");
  await desk.getByRole("link", { name: t.people.invite }).click();
  await desk.getByRole("button", { name: t.people.sendInvitation }).click();
  await expect(desk.getByRole("alert").getByRole("link")).not.toHaveCount(0);
  await expectAccessible(desk, "invitation, refused");
  await desk.getByLabel(t.people.name).fill(name);
  await desk.getByLabel(t.people.email).fill(email);
  await desk.getByRole("radio", { name: /^Translator/ }).check();
  await desk.getByRole("checkbox", { name: "Swedish" }).check();
  await desk.getByLabel(t.people.mailLanguage).selectOption("sv");
  await desk.getByRole("button", { name: t.people.sendInvitation }).click();
  await expect(desk.getByRole("status")).toHaveText(t.people.done.invited);
  await expect.poll(() => outbox(site).filter((mail) => mail.includes(email)).length).toBe(1);

  const row = desk.getByRole("row").filter({ hasText: email });
  await expect(row).toContainText(t.people.neverCame);
  await row.getByRole("link").click();
  await expectAccessible(desk, "person");
  await desk.getByRole("radio", { name: /^Editor/ }).check();
  await desk.getByRole("button", { name: t.people.save }).click();
  await expect(desk.getByRole("status")).toHaveText(t.people.done.changed);
  await expect(row).toContainText(t.people.roleName.editor);

  await row.getByRole("link").click();
  await desk.waitForURL(/\/people\/[^/?]+$/);
  const id = new URL(desk.url()).pathname.split("/").at(-1) ?? "";
  await desk.getByRole("button", { name: t.people.remove }).click();
  await expect(desk.getByText(t.people.error.confirm).first()).toBeVisible();
  await desk.getByRole("checkbox", { name: new RegExp(name) }).check();
  await desk.getByRole("button", { name: t.people.remove }).click();
  await expect(desk.getByRole("status")).toHaveText(t.people.done.removed);
  await expect(row).toHaveCount(0);

  await desk.goto(`${pathTo("en", "desk", "log")}?subject=${id}`);
  await expectAccessible(desk, "log");
  const rows = desk.getByRole("row");
  await expect(rows.nth(1)).toContainText(t.log.action.member.remove);
  await expect(rows.nth(2)).toContainText("role: Translator → Editor");
  const swedish = await desk.context().newPage();
  await swedish.goto(`${pathTo("sv", "desk", "log")}?subject=${id}`);
  await expect(swedish.getByRole("row").nth(2)).toContainText("roll: Översättare → Redaktör");
  await swedish.close();
  await expect(rows.nth(3)).toContainText(t.log.action.member.invite);
  expect(await desk.content()).not.toContain(name);
  const csv = await (await desk.request.get(`${pathTo("en", "desk", "log", "export")}?subject=${id}`)).text();
  expect(csv).toContain("member.remove");
  expect(csv).not.toContain(email);
});

test("the log has words for whatever may stand in it, in every language", async ({ browser }) => {
  const [subject, actions] = [
    unique("everything"),
    subjectKinds.flatMap((kind) => auditActions[kind].map((verb) => `${kind}.${verb}`)),
  ];
  const client = new pg.Client({ connectionString: readFileSync(join(site.dataDir, "database-url"), "utf8") });
  await client.connect();
  const odd = ["draft", "it", "true", "title", "name", "email", "texts.sv.summary", "contacts", "not.known", "", null];
  const said = JSON.stringify(Object.fromEntries(auditFields.map((field) => [field, odd])));
  for (const action of actions)
    await client.query(
      `insert into "AuditEntry" ("actorKind", action, "subjectKind", "subjectId", after) values ('system', $1, $2, $3, $4)`,
      [action, action.split(".")[0], subject, said],
    );
  await client.end();
  const desk = await signIn(browser, "en", "administrator");
  for (const locale of locales) {
    const words = messages[locale].log;
    const told: string[] = [];
    let address = `${pathTo(locale, "desk", "log")}?${new URLSearchParams({ subject })}`;
    while (address) {
      expect((await desk.goto(address))?.status(), locale).toBe(200);
      told.push(...(await desk.locator("main tbody tr td:nth-child(3)").allTextContents()));
      const changes = desk.locator("main tbody tr").first().getByRole("listitem");
      for (const field of auditFields)
        await expect(changes.filter({ hasText: words.field[field] }).first(), field).toBeVisible();
      const older = desk.locator("main a[rel=next]");
      address = (await older.count()) > 0 ? ((await older.getAttribute("href")) ?? "") : "";
    }
    const labels = words.action as Record<string, Record<string, string>>;
    const expected = actions.map((action) => {
      const [kind = "", verb = ""] = action.split(".");
      return labels[kind]?.[verb];
    });
    expect(told.toSorted(), locale).toEqual(expected.toSorted());
  }
});

test("one sees where one is signed in, and ends a sign-in elsewhere", async ({ browser }) => {
  const email = `${unique("twice").replace(" ", "-")}@example.org`;
  const open = async (link: string) => {
    const page = await (await browser.newContext({ baseURL: site.url })).newPage();
    await page.goto(link);
    await page.getByRole("button", { name: t.desk.confirm }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.desk.title);
    return page;
  };
  const there = await open(editorLink(site, email));
  const here = await open(await mailedLink(await (await browser.newContext({ baseURL: site.url })).newPage(), email));
  await here.goto(pathTo("en", "desk", "sessions"));
  await expectAccessible(here, "sessions");
  await expect(here.getByRole("row")).toHaveCount(3);
  await expect(here.getByRole("row").filter({ hasText: t.sessions.thisOne })).toHaveCount(1);
  await here.getByRole("row").getByRole("button").click();
  await expect(here.getByRole("status")).toHaveText(t.sessions.ended);
  await expect(here.getByRole("row")).toHaveCount(2);
  await there.reload();
  await expect(there.getByRole("heading", { level: 1 })).toHaveText(t.desk.signInTitle);
});

test("a form whose session has ended comes back with what was typed, and nothing is saved", async ({ browser }) => {
  const desk = await signIn(browser, "en", "administrator");
  const name = unique("Not lost");
  await desk.goto(pathTo("en", "desk", "people", "invite"));
  await desk.getByLabel(t.people.name).fill(name);
  await desk.context().clearCookies();
  const [answer] = await Promise.all([
    desk.waitForResponse((one) => one.request().method() === "POST"),
    desk.getByRole("button", { name: t.people.sendInvitation }).click(),
  ]);
  expect(answer.status()).toBe(401);
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText(t.desk.signInTitle);
  await expect(desk.getByRole("alert")).toHaveText(t.desk.sessionEnded);
  await expect(desk.getByLabel("Text 1")).toHaveValue(name);
  await expectAccessible(desk, "session ended");
  // Asking for a link keeps it in sight.
  await desk.getByLabel(t.desk.email).fill("nobody@example.org");
  await desk.getByRole("button", { name: t.desk.sendLink }).click();
  await expect(desk.getByRole("status")).toContainText("a mail is on its way");
  await expect(desk.getByLabel("Text 1")).toHaveValue(name);
});

/** Asks for a sign-in link as people do, and returns the one that was mailed. */
async function mailedLink(page: Page, email: string): Promise<string> {
  await page.goto(pathTo("en", "desk"));
  await page.getByLabel(t.desk.email).fill(email);
  await page.getByRole("button", { name: t.desk.sendLink }).click();
  await expect(page.getByRole("status")).toContainText("a mail is on its way");
  const mail = () => outbox(site).findLast((one) => one.includes(email)) ?? "";
  const token = () =>
    /token=(\w+)/.exec(
      mail()
        .replace(/=\r?\n/g, "")
        .replaceAll("=3D", "="),
    )?.[1];
  await expect.poll(token).toBeDefined();
  return `${pathTo("en", "desk", "sign-in")}?token=${token()}`;
}
