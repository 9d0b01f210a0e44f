import { expect, type Page } from "@playwright/test";
import { pathTo } from "../../lib/i18n/routes.ts";
import { outbox } from "../support/site.ts";
import { messages, site } from "./journeys.ts";

// The way of a contact person to their own page: by a mail.

/** The text of a mail as it is read, and to whom it goes. */
function read(eml: string): { to: string; text: string } {
  const [head = "", ...rest] = eml.replaceAll("\r\n", "\n").split("\n\n");
  const body = rest.join("\n\n");
  const text = /^content-transfer-encoding: base64/im.test(head)
    ? Buffer.from(body, "base64").toString("utf8")
    : body.replace(/=\n/g, "").replace(/=3D/g, "=");
  return { to: /^To: (.*)$/im.exec(head)?.[1] ?? "", text };
}

/** The path of the private page in the newest mail to a contact; it waits for such a mail. */
export async function contactPathMailedTo(address: string): Promise<string> {
  // Not expect.poll: scripts that are no tests come this way too.
  for (
    const began = Date.now();
    Date.now() - began < 60_000;
    await new Promise((resolve) => setTimeout(resolve, 200))
  ) {
    const paths = outbox(site)
      .map(read)
      .filter(({ to }) => to.includes(address))
      .flatMap(
        ({ text }) => /https?:\/\/[^/\s]+(\/[a-z]{2}\/(?:contatto|contact|kontakt)\/[\w.-]+)/.exec(text)?.[1] ?? [],
      );
    const newest = paths.at(-1);
    if (newest) return newest;
  }
  throw new Error(`no mail with a link has come to ${address}`);
}

/** An editor has the contacts of a practice sent their links. */
export async function sendContactLink(desk: Page, practiceId: string): Promise<void> {
  const t = messages.en.contactDesk;
  await desk.goto(pathTo("en", "desk", practiceId));
  await desk.getByRole("button", { name: t.sendLink }).first().click();
  await expect(desk.getByText(t.done.sent)).toBeVisible();
}

/** The contact of a practice says that the address is theirs, by the link that an editor has had sent. */
export async function confirmContact(desk: Page, page: Page, practiceId: string, address: string): Promise<string> {
  await sendContactLink(desk, practiceId);
  const path = await contactPathMailedTo(address);
  await page.goto(path);
  await page.locator("#confirm + p + form button").click();
  await expect(page).toHaveURL(/\?done=confirmed$/);
  return path;
}
