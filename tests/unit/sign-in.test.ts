import { describe, expect, test } from "vitest";
import { keptFields } from "../../lib/desk/answer.ts";
import { deviceName } from "../../lib/desk/device.ts";
import { needsCode, roles } from "../../lib/desk/rights.ts";
import { wantedPage } from "../../lib/desk/wanted.ts";

describe("after signing in", () => {
  test.each(["/it/redazione", "/it/redazione/caban", "/it/redazione/messages/3f-9", "/it/redazione/people/invite"])(
    "one comes to the page of the desk that one wanted: %s",
    (to) => expect(wantedPage(to, "it")).toBe(to),
  );

  test.each([
    ...["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "/it/redazione//elsewhere.example"],
    ...[
      "/it/redazione/../../api",
      "/it/redazione/%2e%2e",
      "/it/redazione?x=1",
      "/it/redazione\n",
      "javascript:alert(1)",
    ],
    ...["/it/buone-pratiche", "/xx/redazione", "/it/desk", "/it/redazione/sign-in", "/it/redazione/code"],
    ...["", undefined, ["/it/redazione/caban"], 7, `/it/redazione/${"a".repeat(300)}`],
  ])("nowhere else is led to: %s", (to) => expect(wantedPage(to, "it")).toBe("/it/redazione"));

  test("administrators are asked for a code, nobody else", () => {
    expect(roles.filter(needsCode)).toEqual(["administrator"]);
  });
});

describe("what is kept of a browser", () => {
  test.each([
    ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux"],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0",
      "Edge, Windows",
    ],
    [
      "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Mobile Safari/537.36",
      "Chrome, Android",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
      "Safari, iOS",
    ],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15",
      "Safari, macOS",
    ],
    ["w3m/0.5.3 (Linux)", "Linux"],
  ])("%s", (userAgent, name) => {
    expect(deviceName(userAgent)).toBe(name);
  });

  test.each(["", "curl/8.5.0", null, undefined])("is nothing where nothing is known: %s", (userAgent) => {
    expect(deviceName(userAgent)).toBeUndefined();
  });

  test("holds no version and no text of the browser's own", () => {
    expect(deviceName("Ada Bianchi's Firefox/140.0 on Windows NT 10.0")).toBe("Firefox, Windows");
  });
});

test("of a form whose session has ended, what people wrote is given back, and nothing else", () => {
  const data = new FormData();
  for (const [name, value] of [
    ["$ACTION_ID_40f", "a b"],
    ["ticket", "1790000000000.q8Zr-k.sig"],
    ["practiceId", "caban"],
    ["revision", "3"],
    ["action", "ask-changes"],
    ["message", "  Where was it?\nPlease say. "],
    ["website", "https://ponte.example/a"],
    ["file", new File(["a b"], "a b.txt")],
    ["empty", "  "],
  ] as [string, string][])
    data.append(name, value);
  expect(keptFields(data)).toEqual(["Where was it?\nPlease say.", "https://ponte.example/a"]);
});
