import { execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { practicePath } from "../e2e/pages.ts";
import { addressOn, freePort, type Site } from "../support/site.ts";
import { median } from "./median.ts";

const rounds = 5;
const secondsEach = 3;

/**
 * How fast a kept page is answered, beside nginx with the same bytes and Next's handler alone, as ratios of medians.
 * Needs nginx and wrk, which are installed where this user may.
 */
export async function measureThroughput({ url, dataDir }: Site): Promise<void> {
  console.log(
    `\n## A kept practice page (answers per second, ${rounds} rounds of ${secondsEach} s, 32 connections, gzip)`,
  );
  if (!(available("nginx") && available("wrk"))) {
    console.log("nginx and wrk are not here and cannot be installed by this user: not measured");
    return;
  }
  const path = practicePath("en", "arles");
  const bytes = await rawGzip(url + path);
  const nginx = await startNginx(bytes);
  const next = await startNext(dataDir);
  const measured: Record<string, number[]> = { ponte: [], nginx: [], next: [] };
  try {
    for (let round = 0; round < rounds; round++) {
      measured.ponte?.push(load(url + path));
      measured.nginx?.push(load(nginx.url));
      measured.next?.push(load(next.url + path));
    }
  } finally {
    nginx.stop();
    next.stop();
  }
  for (const [name, figures] of Object.entries(measured)) {
    const sorted = [...figures].sort((a, b) => a - b).map(Math.round);
    console.log(`${name.padEnd(8)} min ${sorted[0]}  median ${median(figures).toFixed(0)}  max ${sorted.at(-1)}`);
  }
  const ratio = (other: string) =>
    median((measured.ponte ?? []).map((figure, at) => figure / (measured[other]?.[at] ?? 1)));
  console.log(`ponte / nginx, same ${bytes.length} bytes as a static file: ${ratio("nginx").toFixed(2)} (goal: 0.4)`);
  console.log(`ponte / Next's handler alone: ${ratio("next").toFixed(0)}`);
}

function available(command: string): boolean {
  const there = () => ["/usr/sbin", "/usr/bin", "/usr/local/bin"].some((folder) => existsSync(join(folder, command)));
  if (there()) return true;
  if (userInfo().uid !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", command], { stdio: "ignore" });
  return there();
}

function load(url: string): number {
  const args = ["-t1", "-c32", `-d${secondsEach}s`, "-H", "Accept-Encoding: gzip", url];
  const output = execFileSync("wrk", args, { encoding: "utf8" });
  if (/Non-2xx/.test(output)) throw new Error(`${url} did not answer 200:\n${output}`);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(output)?.[1]);
}

/** A page's bytes as they come over the wire: fetch would unpack them. */
function rawGzip(url: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { "accept-encoding": "gzip" } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => resolve(Buffer.concat(chunks)));
    })
      .once("error", reject)
      .end();
  });
}

async function startNginx(bytes: Buffer) {
  const folder = mkdtempSync(join(tmpdir(), "ponte-nginx-"));
  chmodSync(folder, 0o755);
  const port = await freePort();
  writeFileSync(join(folder, "page"), bytes);
  writeFileSync(
    join(folder, "nginx.conf"),
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
     events {} http { access_log off; open_file_cache max=10; sendfile on; keepalive_requests 1000000000;
     server { listen ${port}; root ${folder}; default_type text/html; add_header Content-Encoding gzip; } }`,
  );
  const child = spawn("nginx", ["-c", join(folder, "nginx.conf"), "-e", join(folder, "error.log")], {
    stdio: "ignore",
  });
  const url = `${addressOn(port)}/page`;
  await answers(url);
  const stop = () => {
    child.kill("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, stop };
}

async function startNext(dataDir: string) {
  const port = await freePort();
  const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "start", "-p", String(port)], {
    stdio: "ignore",
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: readFileSync(join(dataDir, "database-url"), "utf8"),
      SITE_URL: addressOn(port),
      SESSION_SECRET: readFileSync(join(dataDir, "session-secret"), "utf8"),
    },
  });
  const url = addressOn(port);
  await answers(`${url}/healthz`);
  return { url, stop: () => child.kill("SIGTERM") };
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not answer`);
}
