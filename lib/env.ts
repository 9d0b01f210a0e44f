import { z } from "zod";

const blankIsUnset = (value: unknown) => (value === "" ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsUnset, schema.optional());

const schema = z
  .object({
    PORT: z.preprocess(blankIsUnset, z.coerce.number("must be a port number").int().min(1).max(65535).default(3000)),
    DATABASE_URL: optional(z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgresql://")),
    DATA_DIR: z.preprocess(blankIsUnset, z.string().default(".data")),
    SITE_URL: optional(
      z
        .url({ protocol: /^https?$/, error: "must be a web address such as https://ponte.example", abort: true })
        .refine((url) => new URL(url).pathname === "/" && !new URL(url).search, "must be an address without a path"),
    ),
    SESSION_SECRET: optional(z.string().min(32, "must have at least 32 characters")),
    SMTP_URL: optional(z.string().regex(/^smtps?:\/\//, "must begin with smtp:// or smtps://")),
    MAIL_FROM: z.preprocess(blankIsUnset, z.string().default("Ponte <ponte@localhost>")),
    OPERATOR_NAME: optional(z.string()),
    CONTACT_EMAIL: optional(z.email("must be an e-mail address")),
    TRUST_PROXY: z.preprocess(
      blankIsUnset,
      z.coerce.number("must be a number of proxies").int().min(0).max(10).default(0),
    ),
    NODE_ENV: z.string().optional(),
    LINK_CHECK: optional(z.enum(["on", "off"], "must be on or off")),
  })
  .superRefine((env, context) => {
    if (!env.DATABASE_URL) return;
    for (const name of ["SITE_URL", "SESSION_SECRET"] as const) {
      if (!env[name]) context.addIssue({ code: "custom", path: [name], message: "is required with DATABASE_URL" });
    }
  })
  // Whoever develops or tests Ponte does not knock at other people's doors.
  .transform(({ NODE_ENV, ...env }) => ({
    ...env,
    LINK_CHECK: env.LINK_CHECK ?? (NODE_ENV === "production" ? ("on" as const) : ("off" as const)),
  }));

export type Env = z.output<typeof schema>;

/**
 * Reads the settings.
 * @returns them, or one line per setting that is missing or wrong; no line repeats a value, which may be a secret
 */
export function readEnv(env: Record<string, string | undefined>): { env: Env } | { problems: string[] } {
  const result = schema.safeParse(env);
  if (result.success) return { env: result.data };
  return { problems: result.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`) };
}

/** The settings of a running server, after `npm start` has completed them. */
export function serverEnv(): Env & { SITE_URL: string; SESSION_SECRET: string } {
  const result = readEnv(process.env);
  if ("problems" in result) throw new Error(result.problems.join("; "));
  const { SITE_URL, SESSION_SECRET } = result.env;
  if (!SITE_URL || !SESSION_SECRET) throw new Error("the server was not started by npm start");
  return { ...result.env, SITE_URL: SITE_URL.replace(/\/$/, ""), SESSION_SECRET };
}
