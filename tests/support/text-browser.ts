import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { userInfo } from "node:os";

const w3m = "/usr/bin/w3m";

/**
 * Where w3m is, a browser that shows text alone: the system's, else Debian's package, installed now. Says which.
 * @returns nothing where there is none to be had
 */
export function findTextBrowser(say: (words: string) => void): string | undefined {
  if (!existsSync(w3m) && userInfo().uid === 0 && existsSync("/usr/bin/apt-get")) {
    say("text browser: installing Debian's w3m package");
    execFileSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "w3m"], { stdio: "ignore", env });
  }
  if (existsSync(w3m)) {
    say(`text browser: ${w3m}`);
    return w3m;
  }
  say("text browser: no w3m here and none to be installed; pages are read in Chromium without their style sheets");
  return undefined;
}

/**
 * A page as a text browser shows it.
 * @param columns how many letters fit on a line
 */
export const readAsText = (browser: string, address: string, columns: number): string =>
  execFileSync(browser, ["-dump", "-cols", String(columns), "-I", "UTF-8", "-O", "UTF-8", address], {
    encoding: "utf8",
  });
