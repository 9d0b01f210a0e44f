import { type ChildProcess, execFileSync, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { PracticeDraft } from "../../lib/practice/practice.ts";
import type { Wanted } from "./desk-links.ts";

/** A Ponte of the tests' own, started as people start it: a free port, an empty data folder. */
export type Site = {
  url: string;
  dataDir: string;
  /** Everything it printed. */
  output: () => string;
  process: ChildProcess;
  /** SIGTERM, and wait. Returns the exit code. */
  stop: () => Promise<number | null>;
};

/** Starts `npm start`'s own script and waits until it is ready. */
export async function startSite(
  env: Record<string, string> = {},
  dataDir = mkdtempSync(join(tmpdir(), "ponte-site-")),
): Promise<Site> {
  const port = String(await freePort());
  const url = addressOn(port);
  const child = spawn(process.execPath, ["--import", "tsx", "server/start.ts"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      // No test knocks at other people's doors.
      LINK_CHECK: "off",
      DATA_DIR: dataDir,
      PORT: port,
      SITE_URL: url,
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  child.stdout.on("data", (data) => (printed += data));
  child.stderr.on("data", (data) => (printed += data));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const stop = () => {
    child.kill("SIGTERM");
    return ended;
  };
  const ready = /Ponte is ready/;
  const began = Date.now();
  while (!ready.test(printed)) {
    if (child.exitCode !== null) throw new Error(`Ponte ended with ${child.exitCode}:\n${printed}`);
    if (Date.now() - began > 300_000) throw new Error(`Ponte is not ready:\n${printed}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { url, dataDir, output: () => printed, process: child, stop };
}

/** A one-time link into the desk for a new editor, by `npm run editor`'s own script. */
export function editorLink(site: Pick<Site, "url" | "dataDir">, email: string, role = "editor"): string {
  const output = execFileSync(process.execPath, ["--import", "tsx", "server/commands/editor.ts", email, role], {
    env: { ...process.env, DATA_DIR: site.dataDir, SITE_URL: site.url },
    encoding: "utf8",
  });
  return output.trim().split("\n").at(-1) ?? "";
}

let linkMaker: ChildProcess | undefined;

/** A one-time link into the desk, as `editorLink` makes it, without a new process for each. One site per test worker. */
export async function deskLink(site: Pick<Site, "url" | "dataDir">, wanted: Wanted): Promise<string> {
  linkMaker ??= fork("tests/support/desk-links.ts", {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, DATA_DIR: site.dataDir, SITE_URL: site.url },
  });
  linkMaker.send(wanted);
  const [link] = await once(linkMaker, "message", { signal: AbortSignal.timeout(60_000) });
  return String(link);
}

/** Publishes practices on a running site, by `npm run import`'s own script. */
export function importInto(site: Pick<Site, "dataDir">, ...practices: PracticeDraft[]): void {
  const file = join(mkdtempSync(join(tmpdir(), "ponte-import-")), "practices.jsonl");
  writeFileSync(file, practices.map((practice) => JSON.stringify(practice)).join("\n"));
  execFileSync(process.execPath, ["--import", "tsx", "server/commands/import.ts", file], {
    env: { ...process.env, DATA_DIR: site.dataDir },
    stdio: "ignore",
  });
  rmSync(dirname(file), { recursive: true });
}

/** The mails that a site without SMTP_URL has written, oldest first. */
export function outbox(site: Pick<Site, "dataDir">): string[] {
  const folder = join(site.dataDir, "outbox");
  try {
    return readdirSync(folder)
      .sort()
      .map((file) => readFileSync(join(folder, file), "utf8"));
  } catch {
    return [];
  }
}

export const removeData = (site: Pick<Site, "dataDir">) => rmSync(site.dataDir, { recursive: true, force: true });

/**
 * Where a program on this machine is reached. Not "localhost": its IPv6 address is asked of a name server where the
 * machine's own list of hosts has none, and one that does not answer at once keeps each new connection waiting for 5 s.
 */
export const addressOn = (port: string | number) => `http://127.0.0.1:${port}`;

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
