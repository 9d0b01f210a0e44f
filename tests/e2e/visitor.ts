import { randomInt } from "node:crypto";
import { test as base } from "@playwright/test";

/**
 * A test whose pages come from a network address of their own (the site believes one proxy): what one test sends does
 * not use up what another may send.
 */
export const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are asked for
  extraHTTPHeaders: async ({}, use) => {
    await use({ "X-Forwarded-For": `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}` });
  },
});
