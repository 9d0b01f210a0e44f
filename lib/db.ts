import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "./generated/prisma/client.ts";

/** Prisma inside a transaction: what commands pass to each other. */
export type Transaction = Prisma.TransactionClient;

// Next evaluates modules once per bundle; one process must have one pool all the same.
const shared = globalThis as { ponteDb?: PrismaClient };

/** The database of DATABASE_URL, opened at first use. Only queries, commands, the session and server/ may ask for it. */
export function database(): PrismaClient {
  shared.ponteDb ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: process.env.DATABASE_URL,
      max: 10,
      connectionTimeoutMillis: 5000,
      query_timeout: 20_000,
    }),
    transactionOptions: { maxWait: 10_000, timeout: 30_000 },
  });
  return shared.ponteDb;
}

/** Lets go of the database, at the end of a process. */
export async function closeDatabase(): Promise<void> {
  await shared.ponteDb?.$disconnect();
  delete shared.ponteDb;
}
