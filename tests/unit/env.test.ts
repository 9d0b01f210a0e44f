import { describe, expect, test } from "vitest";
import { readEnv } from "../../lib/env.ts";

const problemsOf = (env: Record<string, string>) => {
  const result = readEnv(env);
  return "problems" in result ? result.problems : [];
};
const secret = "0123456789abcdef0123456789abcdef";
const production = {
  DATABASE_URL: "postgresql://ponte:hush-hush@db.example/ponte",
  SITE_URL: "https://ponte.example",
  SESSION_SECRET: secret,
};

describe("the settings", () => {
  test("may all be left out", () => {
    expect(readEnv({})).toEqual({
      env: { PORT: 3000, DATA_DIR: ".data", MAIL_FROM: "Ponte <ponte@localhost>", TRUST_PROXY: 0, LINK_CHECK: "off" },
    });
  });

  test("that are set to nothing are as if they were left out", () => {
    const names = ["PORT", "DATABASE_URL", "DATA_DIR", "SITE_URL", "SESSION_SECRET", "SMTP_URL", "TRUST_PROXY"];
    expect(readEnv(Object.fromEntries(names.map((name) => [name, ""])))).toEqual(readEnv({}));
  });

  test("of a server on its own database are read", () => {
    expect(readEnv({ ...production, PORT: "8080", TRUST_PROXY: "2", CONTACT_EMAIL: "ponte@ponte.example" })).toEqual({
      env: {
        ...production,
        PORT: 8080,
        TRUST_PROXY: 2,
        CONTACT_EMAIL: "ponte@ponte.example",
        DATA_DIR: ".data",
        MAIL_FROM: "Ponte <ponte@localhost>",
        LINK_CHECK: "off",
      },
    });
  });

  test("let nobody else's site be asked, but by a server that is really used", () => {
    const linkCheck = (env: Record<string, string>) => {
      const result = readEnv(env);
      return "env" in result ? result.env.LINK_CHECK : result.problems;
    };
    expect(linkCheck({ NODE_ENV: "production" })).toBe("on");
    expect(linkCheck({ NODE_ENV: "production", LINK_CHECK: "off" })).toBe("off");
    for (const NODE_ENV of ["development", "test"]) expect(linkCheck({ NODE_ENV }), NODE_ENV).toBe("off");
    expect(linkCheck({ NODE_ENV: "development", LINK_CHECK: "on" })).toBe("on");
    expect(linkCheck({ LINK_CHECK: "sometimes" })).toEqual(["LINK_CHECK must be on or off"]);
  });

  test("SITE_URL and SESSION_SECRET are required with DATABASE_URL", () => {
    expect(problemsOf({ DATABASE_URL: production.DATABASE_URL })).toEqual([
      "SITE_URL is required with DATABASE_URL",
      "SESSION_SECRET is required with DATABASE_URL",
    ]);
  });
});

describe("a bad setting", () => {
  test.each([
    ["PORT", "three thousand", "PORT must be a port number"],
    ["PORT", "70000", "PORT must be a port number"],
    ["PORT", "0", "PORT must be a port number"],
    ["PORT", "-1.5", "PORT must be a port number"],
    ["DATABASE_URL", "mysql://ponte:hush-hush@db.example/ponte", "DATABASE_URL must begin with postgresql://"],
    ["SITE_URL", "ponte.example", "SITE_URL must be a web address such as https://ponte.example"],
    ["SITE_URL", "ftp://ponte.example", "SITE_URL must be a web address such as https://ponte.example"],
    ["SITE_URL", "https://ponte.example/directory", "SITE_URL must be an address without a path"],
    ["SITE_URL", "https://ponte.example/?a=b", "SITE_URL must be an address without a path"],
    ["SESSION_SECRET", "hush-hush", "SESSION_SECRET must have at least 32 characters"],
    ["SMTP_URL", "http://ponte:hush-hush@mail.example", "SMTP_URL must begin with smtp:// or smtps://"],
    ["CONTACT_EMAIL", "write to us", "CONTACT_EMAIL must be an e-mail address"],
    ["TRUST_PROXY", "yes", "TRUST_PROXY must be a number of proxies"],
    ["TRUST_PROXY", "1.5", "TRUST_PROXY must be a number of proxies"],
    ["TRUST_PROXY", "-1", "TRUST_PROXY must be a number of proxies"],
  ])("%s=%s is one line that says what to do", (name, value, says) => {
    expect(problemsOf({ ...production, [name]: value })).toEqual([says]);
  });

  test("is not repeated: its value may be a secret", () => {
    const values = {
      DATABASE_URL: "ponte:hush-hush@db",
      SITE_URL: "hush-hush site",
      SESSION_SECRET: "hush-hush",
      SMTP_URL: "ponte:hush-hush@mail",
      CONTACT_EMAIL: "hush-hush",
      PORT: "hush-hush",
      TRUST_PROXY: "hush-hush",
    };
    const problems = problemsOf(values);
    expect(problems.map((line) => line.split(" ")[0]).sort()).toEqual(Object.keys(values).sort());
    for (const line of problems) {
      expect(line).not.toContain("hush");
      expect(line).not.toContain("\n");
    }
  });
});
