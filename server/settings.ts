import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Env, readEnv } from "../lib/env.ts";
import { StartError } from "./database.ts";

export type Settings = Env & { SITE_URL: string };

/**
 * Reads the settings, completes what the embedded database allows to be left out (site address, session secret),
 * and puts them where the rest of the process reads them.
 * @throws StartError with one line per setting that is missing or wrong
 */
export function prepareSettings(): Settings {
  const result = readEnv(process.env);
  if ("problems" in result) throw new StartError(result.problems.join("\n"));
  const { env } = result;
  const dataDir = resolve(env.DATA_DIR);
  const siteUrl = env.SITE_URL ?? `http://localhost:${env.PORT}`;
  process.env.DATA_DIR = dataDir;
  process.env.SITE_URL = siteUrl;
  process.env.SESSION_SECRET = env.SESSION_SECRET ?? keptSecret(dataDir);
  return { ...env, DATA_DIR: dataDir, SITE_URL: siteUrl };
}

/** The secret that signs forms and sessions: made once, kept beside the embedded database. */
function keptSecret(dataDir: string): string {
  const file = join(dataDir, "session-secret");
  try {
    if (!existsSync(file)) {
      mkdirSync(dataDir, { recursive: true, mode: 0o700 });
      writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
    }
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    throw new StartError(`DATA_DIR ${dataDir} cannot be used: ${(error as Error).message}`);
  }
}
