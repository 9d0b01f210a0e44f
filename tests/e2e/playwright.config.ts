import { defineConfig } from "@playwright/test";

// Started by tests/run.ts, which sets PONTE_URL, PONTE_DATA_DIR and PLAYWRIGHT_CHROMIUM_PATH.

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  // A busy machine is no error of the site's.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  reporter: [["list"]],
  use: {
    baseURL: process.env.PONTE_URL,
    // Traces take a fifth of the time: `--trace retain-on-failure` where one is looked for.
    trace: "off",
    actionTimeout: 60_000,
    launchOptions: {
      executablePath: process.env.PLAYWRIGHT_CHROMIUM_PATH,
      args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
});
