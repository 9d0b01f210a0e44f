// What the desk keeps of a browser, so that people know their own sessions again. Pure.

const browsers = [
  ["Edge", /\bEdg(?:e|A|iOS)?\//],
  ["Opera", /\bOPR\/|\bOpera\b/],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Firefox", /\b(?:Firefox|FxiOS)\//],
  ["Chrome", /\b(?:Chrome|Chromium|HeadlessChrome|CriOS)\//],
  ["Safari", /\bVersion\/[\d.]+ .*Safari\//],
] as const;

const systems = [
  ["Android", /\bAndroid\b/],
  ["iOS", /\b(?:iPhone|iPad|iPod)\b/],
  ["Windows", /\bWindows\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["macOS", /\bMac(?:intosh| OS X)\b/],
  ["Linux", /\bLinux\b/],
] as const;

/** The names of a browser's family and of its system, without versions: "Firefox, Linux"; undefined where neither is known. */
export function deviceName(userAgent: string | null | undefined): string | undefined {
  const known = [browsers, systems].flatMap(
    (family) => family.find(([, pattern]) => pattern.test(userAgent ?? ""))?.[0] ?? [],
  );
  return known.length > 0 ? known.join(", ") : undefined;
}
