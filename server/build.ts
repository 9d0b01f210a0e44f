import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const require = createRequire(import.meta.url);
const sources = ["app", "components", "lib", "messages", "prisma/schema.prisma", "public"];
const settings = ["next.config.ts", "postcss.config.mjs", "tsconfig.json", "package-lock.json"];

/** Writes the Prisma client into lib/generated, where the schema has changed since. Nothing is downloaded. */
export async function generateClient(): Promise<void> {
  const hash = hashOf(["prisma/schema.prisma", "package-lock.json"]);
  const mark = join(root, "lib/generated/schema-hash");
  if (existsSync(mark) && readFileSync(mark, "utf8") === hash) return;
  // `generate` asks for a native engine that it does not use: any executable does.
  await run(require.resolve("prisma/build/index.js"), ["generate", "--schema", "prisma/schema.prisma"], {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  });
  writeFileSync(mark, hash);
}

/**
 * Builds the site, if these sources were not built yet: by their content, so a dirty tree and an unpacked archive count.
 * @returns whether it was built now
 */
export async function buildSite(): Promise<boolean> {
  const hash = hashOf([...sources, ...settings]);
  const mark = join(root, ".next/source-hash");
  if (existsSync(mark) && readFileSync(mark, "utf8") === hash) return false;
  // What an interrupted build leaves must not pass for what these sources make.
  rmSync(mark, { force: true });
  await run(require.resolve("next/dist/bin/next"), ["build"], { NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" });
  writeFileSync(mark, hash);
  return true;
}

function hashOf(paths: string[]): string {
  const hash = createHash("sha256").update(process.version);
  const add = (path: string) => {
    if (!existsSync(path) || path === join(root, "lib/generated")) return;
    const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const inside = join(path, entry.name);
      if (entry.isDirectory()) add(inside);
      else addFile(inside);
    }
  };
  const addFile = (path: string) => {
    const content = readFileSync(path);
    hash.update(`${relative(root, path)}\0${content.length}\0`).update(content);
  };
  for (const path of paths.map((one) => join(root, one))) {
    if (/\.\w+$/.test(path)) addFile(path);
    else add(path);
  }
  return hash.digest("hex");
}

const running = new Set<ChildProcess>();

/** Ends the tools that are running, where the start is given up. */
export function stopTools(): void {
  for (const child of running) child.kill("SIGTERM");
}

/** Runs a tool of ours to its end; what it prints is shown only where it fails. */
async function run(script: string, args: string[], env: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (data) => (output += data));
  child.stderr.on("data", (data) => (output += data));
  running.add(child);
  const code = await new Promise((resolve) => child.once("exit", resolve));
  running.delete(child);
  if (code !== 0) throw new Error(`${[script, ...args].join(" ")} ended with ${code}:\n${output}`);
}
