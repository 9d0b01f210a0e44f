import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { chromium } from "@playwright/test";

/**
 * Where a Chromium is: PLAYWRIGHT_CHROMIUM_PATH, the system's, Playwright's own, else Debian's package or Playwright's
 * download, installed now. Says which.
 * @throws Error that says what to do where none can be had
 */
export function findBrowser(say: (words: string) => void): string {
  const playwrights = chromium.executablePath();
  const places = [process.env.PLAYWRIGHT_CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/google-chrome", playwrights];
  const found = () => places.find((place) => place && existsSync(place));
  const there = found();
  if (there) {
    say(`browser: ${there}`);
    return there;
  }
  if (userInfo().uid === 0 && existsSync("/usr/bin/apt-get")) {
    say("browser: installing Debian's chromium package");
    execFileSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { stdio: "ignore", env });
  } else {
    say("browser: downloading Playwright's Chromium");
    execFileSync(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], {
      stdio: "inherit",
    });
  }
  const installed = found();
  if (!installed) throw new Error("No Chromium: install one and set PLAYWRIGHT_CHROMIUM_PATH to it.");
  return installed;
}
