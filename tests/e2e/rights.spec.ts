import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type APIRequestContext, type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import pg from "pg";
import { type DeskAction, may, type Role, roles } from "../../lib/desk/rights.ts";
import { locales } from "../../lib/i18n/locales.ts";
import { pathTo } from "../../lib/i18n/routes.ts";
import { type DeskSubjects, deskPages, deskRoutes } from "../support/desk-pages.ts";
import { editorLink, removeData, type Site, startSite } from "../support/site.ts";
import { messages, reviewSubmission, sendSubmission, setUpCode } from "./journeys.ts";
import { test } from "./visitor.ts";

// Every action of the desk × role (and nobody), tried against a running server of this test's own: each form that an
// administrator gets is sent by everybody else as well, and whoever lacks the right changes nothing in the database.

type Visitor = Role | "anonymous";
const visitors: Visitor[] = ["anonymous", ...roles];
const member = (role: Role) => ({ role, languages: locales });
const isAllowed = (visitor: Visitor, right: DeskAction) => visitor !== "anonymous" && may(member(visitor), right);

type Field = { name: string; value: string; type: string };
/** A form of a page as it would be sent by one of its buttons. */
type Sent = { page: string; address: string; right: DeskAction; fields: [string, string][]; button: string };

test.describe.configure({ mode: "default" });

let site: Site;
let database: pg.Client;
let ids: DeskSubjects;
const contexts = new Map<Visitor, BrowserContext>();

test.beforeAll(async ({ browser }) => {
  site = await startSite();
  database = new pg.Client({ connectionString: readFileSync(join(site.dataDir, "database-url"), "utf8") });
  await database.connect();
  for (const visitor of visitors) contexts.set(visitor, await signedIn(browser, visitor));
  ids = await subjects(browser);
});

test.afterAll(async () => {
  await database.end();
  await site.stop();
  removeData(site);
});

test("every page of the desk that there is stands in the list", () => {
  const root = join(import.meta.dirname, "..", "..", "app", "[locale]", "desk");
  const found = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => /(?:^|\/)(?:page\.tsx|route\.ts)$/.test(path))
    .map((path) => path.replace(/\/?(?:page\.tsx|route\.ts)$/, "").replace(/\[\w+\]/g, "*"))
    // What leads to the desk is open to whoever is not yet in it.
    .filter((path) => !["sign-in", "code"].includes(path));
  const marked = Object.fromEntries(Object.keys(ids).map((name) => [name, "*"])) as DeskSubjects;
  const listed = [
    ...deskPages.map(({ below }) => below(marked).join("/")),
    ...deskRoutes.map(({ below }) => below.join("/")),
  ];
  const fits = (path: string) => listed.some((one) => new RegExp(`^${path.replaceAll("*", "[^/]+")}$`).test(one));
  expect(found.length).toBeGreaterThan(15);
  expect(found.filter((path) => !fits(path))).toEqual([]);
});

for (const visitor of visitors) {
  test(`${visitor}: sees the pages of the desk that the table of rights says, and no other`, async () => {
    for (const { name, below, right } of deskPages) {
      const answer = await request(visitor).get(pathTo("en", "desk", ...below(ids)), { maxRedirects: 0 });
      const text = await answer.text();
      // The desk's own address is where one signs in.
      const refused = visitor === "anonymous" ? (below(ids).length === 0 ? 200 : 401) : 403;
      expect.soft(answer.status(), name).toBe(isAllowed(visitor, right) ? 200 : refused);
      const signsIn = text.includes(messages.en.desk.signInTitle);
      expect.soft(signsIn, name).toBe(visitor === "anonymous");
    }
    for (const { below, method, right } of deskRoutes) {
      const address = pathTo("en", "desk", ...below);
      const form = { locale: "en", text: "The cat is here.", html: "<p>The cat is here.</p>" };
      const answer = await request(visitor).fetch(address, { method, ...(method === "POST" && { form }) });
      const refused = visitor === "anonymous" ? 401 : 403;
      expect.soft(answer.status(), address).toBe(isAllowed(visitor, right) ? 200 : refused);
    }
  });
}

test("every form of the desk × role, and anonymous: whoever lacks the right is refused, and nothing changes", async () => {
  test.setTimeout(900_000);
  const all = await allForms();
  const pages = new Set(all.map(({ page }) => page));
  expect(pages.size, "pages with forms").toBeGreaterThan(12);
  const tried = { anonymous: 0, translator: 0, editor: 0, administrator: 0 };
  const wronglyAllowed: string[] = [];
  for (const visitor of visitors) {
    for (const sent of all.filter(({ right }) => !isAllowed(visitor, right))) {
      const before = await everything();
      const answer = await post(visitor, sent);
      tried[visitor] += 1;
      const what = `${visitor}: ${sent.page}, ${sent.button} (${sent.right})`;
      // Refused before anything is read (401, 403), as nothing that is theirs (404), or by what was typed (409, 422).
      const refused = visitor === "anonymous" ? [401] : [401, 403, 404, 409, 422];
      if (!refused.includes(answer)) wronglyAllowed.push(`${what}: ${answer}`);
      const changed = differing(before, await everything());
      if (changed.length > 0) wronglyAllowed.push(`${what} changed ${changed.join(", ")}`);
    }
  }
  expect(wronglyAllowed).toEqual([]);
  expect(tried.anonymous).toBe(all.length);
  expect(tried.translator).toBeGreaterThan(20);
  expect(tried.editor).toBeGreaterThan(2);
  expect(tried.administrator).toBe(0);
});

test("the same forms, sent by an administrator, are taken: it was the right that was missing", async () => {
  test.setTimeout(600_000);
  const broken: string[] = [];
  let done = 0;
  for (const sent of await allForms()) {
    const status = await post("administrator", sent);
    // A text that one has just written oneself is somebody else's to check.
    const isOwnText = sent.page === "translation" && sent.button === "intent=review" && status === 403;
    if ((!isOwnText && [401, 403].includes(status)) || status >= 500)
      broken.push(`${sent.page}, ${sent.button}: ${status}`);
    if (status === 303) done += 1;
  }
  expect(broken).toEqual([]);
  expect(done, "forms that did something").toBeGreaterThan(10);
});

const request = (visitor: Visitor): APIRequestContext => {
  const context = contexts.get(visitor);
  if (!context) throw new Error(visitor);
  return context.request;
};

async function signedIn(browser: Browser, visitor: Visitor): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: site.url });
  if (visitor === "anonymous") return context;
  const page = await context.newPage();
  await page.goto(editorLink(site, `${visitor}@example.org`, visitor));
  await page.getByRole("button", { name: messages.en.desk.confirm }).click();
  if (visitor === "administrator") await setUpCode(page, "en");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(messages.en.desk.title);
  await page.close();
  return context;
}

/** One of everything that the desk has pages of. */
async function subjects(browser: Browser): Promise<DeskSubjects> {
  const context = await browser.newContext({ baseURL: site.url });
  const page = await context.newPage();
  await reviewSubmission(page, "en", {
    ...{ title: "Who may do what", summary: "Short.", description: "Long.", country: "IE", email: "ada@example.org" },
  });
  await sendSubmission(page);
  await context.close();
  const one = async (sql: string, values: string[] = []) => (await database.query(sql, values)).rows[0]?.id as string;
  const practice = await one(`select id from "Practice" where state = 'pending'`);
  const [message, proposal, confirmation, term] = Array.from({ length: 4 }, () => crypto.randomUUID());
  await one(
    `insert into "ReaderMessage" (id, kind, state, key, locale, text) values ($1, 'barrier', 'pending', $1, 'en', 'T')`,
    [message ?? ""],
  );
  await one(
    `insert into "Proposal" (id, key, "practiceId", "baseRevision", snapshot, locale, state)
     select $1, $1, "practiceId", number, snapshot, 'en', 'pending' from "Revision" where "practiceId" = 'caban' limit 1`,
    [proposal ?? ""],
  );
  await one(
    `insert into "Confirmation" (id, "practiceId", "answeredAt", answer) values ($1, 'caban', now(), 'changed')`,
    [confirmation ?? ""],
  );
  await one(
    `insert into "TermProposal" (id, key, kind, locale, term) values ($1, $1, 'thesaurus', 'en', 'digital café')`,
    [term ?? ""],
  );
  await one(
    `insert into "Comment" (id, key, "practiceId", text, author) values ('c', 'c', 'caban', 'Thanks', 'contributor')`,
  );
  await one(`insert into "SearchWish" (id, key, locale, query) values ('wish', 'wish', 'en', 'something')`);
  return {
    ...{ practice, published: "caban", message: message ?? "", proposal: proposal ?? "" },
    ...{ confirmation: confirmation ?? "", term: term ?? "" },
    news: await one(`select id from "NewsItem" limit 1`),
    person: await one(`select id from "Editor" where email = 'editor@example.org'`),
  };
}

/** Every form that an administrator gets on a page of the desk, filled in, once for each of its buttons. */
async function allForms(): Promise<Sent[]> {
  const page = await (contexts.get("administrator") as BrowserContext).newPage();
  const found: Sent[] = [];
  for (const { name, below, right, forms = [] } of deskPages) {
    const address = pathTo("en", "desk", ...below(ids));
    await page.goto(address);
    for (const form of await formsIn(page)) {
      const names = form.map((field) => field.name);
      const asked = forms.find(({ holds }) => names.includes(holds))?.right ?? right;
      found.push(...filledIn(form).map((sent) => ({ page: name, address, right: asked, ...sent })));
    }
  }
  await page.close();
  return found;
}

/** The forms of the page's own: who is signed in may sign out, whoever it is. */
const formsIn = (page: Page): Promise<Field[][]> =>
  page.evaluate(
    (signOut) =>
      [...document.querySelectorAll<HTMLFormElement>("form")]
        .filter((form) => form.method === "post" && !form.textContent?.includes(signOut))
        .map((form) =>
          ([...form.elements] as HTMLInputElement[])
            .filter(({ name }) => name)
            .map((field) => {
              const options = field instanceof HTMLSelectElement ? [...field.options] : [];
              const value = options.length > 0 ? (options.find((one) => one.value)?.value ?? "") : field.value;
              return { name: field.name, value, type: field.type };
            }),
        ),
    messages.en.desk.signOut,
  );

/** A form with something in every field, as each of its buttons sends it. */
function filledIn(form: Field[]): { fields: [string, string][]; button: string }[] {
  const chosen = new Set<string>();
  const fields = form.flatMap(({ name, value, type }): [string, string][] => {
    if (type === "submit") return [];
    if (type === "radio" && chosen.has(name)) return [];
    chosen.add(name);
    if (type === "email") return [[name, value || "somebody.new@example.org"]];
    if (type === "text" || type === "textarea") return [[name, value || "Words of a test."]];
    return [[name, value]];
  });
  const buttons = form.filter(({ type }) => type === "submit");
  if (buttons.length === 0) return [{ fields, button: fields.at(-1)?.[0] ?? "" }];
  return buttons.map(({ name, value }) => ({ fields: [...fields, [name, value]], button: `${name}=${value}` }));
}

async function post(visitor: Visitor, { address, fields }: Sent): Promise<number> {
  const multipart = new FormData();
  for (const [name, value] of fields) multipart.append(name, value);
  return (await request(visitor).post(address, { multipart, maxRedirects: 0 })).status();
}

// What may change while nothing is decided: counters, when a session was last used, mails that go out, links looked at.
const restless = [
  "RateLimiterFlexible",
  "EditorSession",
  "EditorVerification",
  "Mail",
  "LinkCheck",
  "_prisma_migrations",
];

/** A fingerprint of every table, and the keys of the mails. */
async function everything(): Promise<Map<string, string>> {
  const { rows: tables } = await database.query(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> all($1)",
    [restless],
  );
  const parts = (tables as { name: string }[]).map(({ name }) => {
    const table = `"${name}"`;
    return `select '${name}' as name, md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as print from ${table} t`;
  });
  parts.push(`select 'Mail' as name, md5(coalesce(string_agg(key, ',' order by key), '')) as print from "Mail"`);
  const { rows } = await database.query(parts.join(" union all "));
  return new Map((rows as { name: string; print: string }[]).map(({ name, print }) => [name, print]));
}

const differing = (before: Map<string, string>, after: Map<string, string>) =>
  [...after].filter(([name, print]) => before.get(name) !== print).map(([name]) => name);
