import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { nextCookies } from "better-auth/next-js";
import { magicLink } from "better-auth/plugins/magic-link";
import { database } from "../db.ts";
import { serverEnv } from "../env.ts";
import { tokenHash } from "../form-guard/ticket.ts";
import { deviceName } from "./device.ts";

/** How long a sign-in link works, in minutes. */
export const linkMinutes = 30;

const shared = globalThis as { ponteAuth?: ReturnType<typeof createAuth> };

/** Under which name the database keeps a one-time link. */
export const linkIdentifier = (token: string): string => `magic-link:${tokenHash(token)}`;

/**
 * Better Auth as the desk uses it: one-time links, sessions in the database, no passwords, no public sign-up. Its HTTP
 * interface is not mounted; the desk's pages and actions call it (docs/decisions/006).
 */
export function auth() {
  shared.ponteAuth ??= createAuth();
  return shared.ponteAuth;
}

function createAuth() {
  const { SITE_URL, SESSION_SECRET } = serverEnv();
  return betterAuth({
    appName: "Ponte",
    baseURL: SITE_URL,
    secret: SESSION_SECRET,
    database: prismaAdapter(database(), { provider: "postgresql" }),
    user: {
      modelName: "editor",
      additionalFields: {
        role: { type: "string", required: true, input: false },
        languages: { type: "string[]", required: false, input: false },
      },
    },
    session: {
      modelName: "editorSession",
      expiresIn: 60 * 60 * 24 * 7,
      // Also how exactly a person's list of sessions says when one was last used.
      updateAge: 60 * 15,
      additionalFields: { codeAt: { type: "date", required: false, input: false } },
    },
    account: { modelName: "editorAccount" },
    verification: { modelName: "editorVerification" },
    advanced: { cookiePrefix: "ponte", ipAddress: { disableIpTracking: true } },
    // Least data: a session knows whose it is, until when, and the names of browser and system.
    databaseHooks: {
      session: {
        create: {
          before: async (session) => ({
            data: { ...session, ipAddress: null, userAgent: deviceName(session.userAgent) ?? null },
          }),
        },
      },
    },
    telemetry: { enabled: false },
    plugins: [
      magicLink({
        expiresIn: linkMinutes * 60,
        disableSignUp: true,
        storeToken: { type: "custom-hasher", hash: async (token) => tokenHash(token) },
        sendMagicLink: async ({ token, metadata }) => metadata?.deliver(token),
      }),
      nextCookies(),
    ],
  });
}
