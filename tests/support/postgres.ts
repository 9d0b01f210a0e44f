import { execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

/** A PostgreSQL server of the tests' own, on a socket in a temporary folder. */
export type RealPostgres = { url: string; version: string; stop: () => Promise<void> };

/**
 * Starts a real PostgreSQL: one that is installed, else Debian's package where this user may install it.
 * @returns nothing where there is none to be had
 */
export async function startPostgres(say: (words: string) => void): Promise<RealPostgres | undefined> {
  let bin = findBinaries();
  const root = userInfo().uid === 0;
  if (!bin && root && existsSync("/usr/bin/apt-get")) {
    say("installing Debian's postgresql package");
    execFileSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "postgresql"], {
      stdio: "ignore",
      env,
    });
    bin = findBinaries();
  }
  if (!bin) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "ponte-pg-"));
  // PostgreSQL refuses to run as root; Debian's package brings a user for it.
  const as = root ? { uid: Number(id("-u")), gid: Number(id("-g")) } : {};
  if (root) chownSync(folder, Number(id("-u")), Number(id("-g")));
  const data = join(folder, "data");
  execFileSync(join(bin, "initdb"), ["-D", data, "-U", "ponte", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8"], {
    stdio: "ignore",
    cwd: folder,
    ...as,
  });
  const server = spawn(
    join(bin, "postgres"),
    ["-D", data, "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off"],
    {
      stdio: "ignore",
      cwd: folder,
      ...as,
    },
  );
  const version = execFileSync(join(bin, "postgres"), ["--version"], { encoding: "utf8" }).trim();
  const url = `postgresql://ponte@localhost/postgres?host=${encodeURIComponent(folder)}`;
  for (let tries = 0; !existsSync(join(folder, ".s.PGSQL.5432")); tries++) {
    if (tries > 100) throw new Error("PostgreSQL does not start");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const stop = async () => {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGINT");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, version, stop };
}

const id = (flag: string) => execFileSync("id", [flag, "postgres"], { encoding: "utf8" });

function findBinaries(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, "bin")), ...(process.env.PATH ?? "").split(":")];
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")));
}
