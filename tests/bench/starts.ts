import { rmSync } from "node:fs";
import { type Site, startSite } from "../support/site.ts";
import { median } from "./median.ts";

/** How long a first and a second start take, as whole processes. Returns the site, running. */
export async function measureStarts(): Promise<Site> {
  console.log("## Start times (whole process, seconds)");
  rmSync(".next", { recursive: true, force: true });
  const time = async (name: string, dataDir?: string) => {
    const began = Date.now();
    const started = await startSite({}, dataDir);
    console.log(`${name.padEnd(44)} ${((Date.now() - began) / 1000).toFixed(1)}`);
    return started;
  };
  const first = await time("first start: database, import, build");
  await first.stop();
  const seconds: number[] = [];
  for (let round = 0; round < 3; round++) {
    const began = Date.now();
    await (await startSite({}, first.dataDir)).stop();
    seconds.push((Date.now() - began) / 1000);
  }
  console.log(`${"second start and stop, median of 3".padEnd(44)} ${median(seconds).toFixed(1)}`);
  return startSite({}, first.dataDir);
}
