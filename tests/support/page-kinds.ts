import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { Locale } from "../../lib/i18n/locales.ts";
import { pathTo } from "../../lib/i18n/routes.ts";
import { contactPathMailedTo } from "../e2e/contact-link.ts";
import { messages, publishAtDesk, reviewSubmission, sendSubmission, signIn, waitAsPeopleDo } from "../e2e/journeys.ts";
import { formPages, readingPages } from "../e2e/pages.ts";

// Every kind of page there is, with the way to it, for whoever looks at them all. The site is that of PONTE_URL.

/** A kind of page: `open` ends on it, in a browser of its visitor's that has nothing kept. */
export type PageKind = { name: string; visitor: "reader" | "editor"; open: (page: Page) => Promise<unknown> };

/** What pages of the desk and private pages show: a practice and a message that wait, a practice that was taken down. */
export type Prepared = {
  token: string;
  practice: string;
  message: string;
  /** The secret part of a contact's private link. */
  contact: string;
  goneSlug: string;
  editor: Awaited<ReturnType<BrowserContext["storageState"]>>;
};

const practice = (title: string) => ({
  title,
  summary: "Every Saturday, people from the village bring their questions to the library.",
  description: "Two helpers sit at a table.\n\n- Whoever comes first is helped first\n- Whoever knows helps the next",
  country: "IE",
  email: "library@example.org",
});

const lastSegment = (address: string) => new URL(address, "http://site").pathname.split("/").at(-1) ?? "";

/** Sends two practices and a message, as readers do, and takes one of the practices down again, as editors do. */
export async function prepare(browser: Browser): Promise<Prepared> {
  const [waiting, gone] = ["A table in the library", "An hour at the market"] as const;
  // Whoever administers sees every part of the desk.
  const desk = await signIn(browser, "en", "administrator");
  const t = messages.en;
  const send = async (title: string) => {
    await reviewSubmission(desk, "en", practice(title));
    await sendSubmission(desk);
    return lastSegment(desk.url());
  };
  const openAtDesk = async (name: string | RegExp) => {
    await desk.goto(pathTo("en", "desk"));
    await desk.getByRole("link", { name }).click();
    await desk.waitForURL((url) => url.pathname !== pathTo("en", "desk"));
    return lastSegment(desk.url());
  };

  await send(gone);
  await openAtDesk(gone);
  const review = desk.url();
  const decide = async (name: string) => {
    await desk.getByRole("button", { name }).click();
    await desk.waitForURL(/\?done=/);
  };
  await publishAtDesk(desk);
  await desk.goto(review);
  await desk.getByRole("link", { name: t.desk.seePublic }).click();
  await desk.waitForURL(/\/good-practices\//);
  const published = desk.url();
  await desk.goto(review);
  await desk.getByLabel(t.desk.message).fill("You asked us to.");
  await decide(t.desk.unpublish);

  const token = await send(waiting);
  await desk.goto(`${pathTo("en", "barrier")}?page=${pathTo("en", "map")}`);
  await desk.locator("textarea[name=text]").fill("On my phone, I cannot make it larger.");
  await waitAsPeopleDo(desk);
  await desk.locator("main form button[type=submit]").click();
  await desk.waitForURL(/\?sent$/);

  const prepared = {
    token,
    practice: await openAtDesk(waiting),
    message: await openAtDesk(new RegExp(t.queue.kind.barrier)),
    goneSlug: lastSegment(published),
    contact: lastSegment(await contactPathMailedTo(practice(waiting).email)),
    editor: await desk.context().storageState(),
  };
  // What is taken down leaves the front server's memory a moment later.
  while ((await desk.request.get(published)).status() !== 410) await desk.waitForTimeout(100);
  await desk.context().close();
  return prepared;
}

/** Every kind of page in a language. */
export function pageKinds(locale: Locale, prepared: Prepared): PageKind[] {
  const read = (name: string, path: string): PageKind => ({ name, visitor: "reader", open: (page) => page.goto(path) });
  const atDesk = (name: string, ...below: string[]): PageKind => ({
    name,
    visitor: "editor",
    open: (page) => page.goto(pathTo(locale, "desk", ...below)),
  });
  const refused = (name: string, path: string, button = "main form button[type=submit]"): PageKind => ({
    name,
    visitor: "reader",
    open: async (page) => {
      await page.goto(path);
      await page.locator(button).first().click();
      await page.getByRole("alert").waitFor();
    },
  });
  const all = (pages: Record<string, string>) => Object.entries(pages);
  const { submit = "", ...messageForms } = formPages(locale);
  const privatePage = pathTo(locale, "submit", prepared.token);
  return [
    ...all(readingPages(locale)).map(([name, path]) => read(name, path)),
    read("gone", pathTo(locale, "catalogue", prepared.goneSlug)),
    read("submit", submit),
    refused("submit, refused", submit),
    {
      name: "submit, read once more",
      visitor: "reader",
      open: (page) => reviewSubmission(page, locale, practice("A table in the library")),
    },
    read("submit, sent", `${privatePage}?sent`),
    read("submit, private page", privatePage),
    read("contact, own page", pathTo(locale, "contact", prepared.contact)),
    refused("contact, refused", pathTo(locale, "contact", prepared.contact), "#erase ~ form button"),
    read("submit, by code", pathTo(locale, "submit", "code")),
    refused("submit, by code, refused", pathTo(locale, "submit", "code")),
    ...all(messageForms).flatMap(([name, path]) => [
      read(name, path),
      refused(`${name}, refused`, path),
      read(`${name}, sent`, `${path}?sent`),
    ]),
    read("sign-in", pathTo(locale, "desk")),
    read("sign-in, by a link", `${pathTo(locale, "desk", "sign-in")}?token=a-link`),
    atDesk("desk, queue"),
    atDesk("desk, decision", prepared.practice),
    atDesk("desk, message", "messages", prepared.message),
    atDesk("desk, wishes", "wishes"),
    atDesk("desk, links", "links"),
    atDesk("desk, jobs", "jobs"),
    atDesk("desk, new practice", "new"),
    atDesk("desk, people", "people"),
    atDesk("desk, invitation", "people", "invite"),
    atDesk("desk, log", "log"),
    atDesk("desk, sessions", "sessions"),
    atDesk("desk, news", "news"),
    atDesk("desk, news item", "news", "eurocities-survey"),
    atDesk("desk, words", "words"),
    atDesk("desk, revisions", prepared.practice, "revisions"),
    atDesk("desk, one revision", prepared.practice, "revisions", "1"),
    atDesk("desk, fields", prepared.practice, "edit"),
    atDesk("desk, translations", "translations"),
    atDesk("desk, freshness", "translations", "freshness"),
    atDesk("desk, a translation", prepared.practice, "translate", "sv"),
  ];
}
