import { createHmac } from "node:crypto";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { database } from "../db.ts";
import { serverEnv } from "../env.ts";

const hour = 60 * 60;
// Twenty people who share a library's address may each send two an hour; one e-mail address is written to five times.
// Messages of readers are shorter work: half as many; those who did one practice are asked thirty times at most.
// Thirty short codes of private pages an hour: they are typed by hand, and there are 2^50 of them.
// Five links into the desk an hour for one address, whatever else is written to it: else anybody could use them up.
// Ten time-based codes an hour for one person: three of a million are right at a time.
// Twenty forms an hour from one contact person’s page.
const limits = {
  sender: 40,
  email: 5,
  "sign-in": 10,
  "sign-in-mail": 5,
  message: 20,
  asked: 30,
  code: 10,
  "private-code": 30,
  contact: 20,
} as const;
const limiters = new Map<string, RateLimiterPrisma>();

/**
 * Counts one attempt.
 * @param who an address, or the id of who is asked; only a keyed fingerprint of it is kept, for an hour
 * @returns whether there is still room
 */
export async function allow(kind: keyof typeof limits, who: string): Promise<boolean> {
  let limiter = limiters.get(kind);
  if (!limiter) {
    limiter = new RateLimiterPrisma({ storeClient: database(), keyPrefix: kind, points: limits[kind], duration: hour });
    limiters.set(kind, limiter);
  }
  const fingerprint = createHmac("sha256", serverEnv().SESSION_SECRET).update(`${kind} ${who}`).digest("base64url");
  try {
    await limiter.consume(fingerprint);
    return true;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return false;
    throw refused;
  }
}
