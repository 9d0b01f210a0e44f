import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { database } from "../../lib/db.ts";
import { sendMail } from "../../server/mailer.ts";

/** A mail as its reader sees it. */
export type ReadMail = { to: string; subject: string; text: string; headers: string };

const folder = () => join(process.env.DATA_DIR ?? "", "outbox");

export const emptyOutbox = () => rmSync(folder(), { recursive: true, force: true });

/** Sends every mail that waits, as the job would: oldest first, one after the other. Returns how many there were. */
export async function sendAll(): Promise<number> {
  const waiting = await database().mail.findMany({
    where: { sentAt: null, recipient: { not: null } },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
  });
  for (const { id } of waiting) await sendMail(id);
  return waiting.length;
}

/** The mails that were sent without SMTP_URL, oldest first, decoded. */
export function readOutbox(): ReadMail[] {
  const files = readdirSync(folder()).sort();
  return files.map((file) => readMail(readFileSync(join(folder(), file), "latin1")));
}

function readMail(eml: string): ReadMail {
  const [head = "", ...body] = eml.replaceAll("\r\n", "\n").split("\n\n");
  const headers = head.replace(/\n[ \t]+/g, " ");
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, "im").exec(headers)?.[1] ?? "";
  return {
    to: header("To"),
    subject: decodeWords(header("Subject")),
    text: decode(body.join("\n\n"), header("Content-Transfer-Encoding").toLowerCase()),
    headers,
  };
}

function decode(body: string, encoding: string): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  if (encoding !== "quoted-printable") return Buffer.from(body, "latin1").toString("utf8");
  return unquote(body.replace(/=\n/g, ""));
}

const unquote = (text: string) =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");

/** RFC 2047: `=?UTF-8?Q?pi=C3=B9?=`. */
const decodeWords = (text: string) =>
  text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === "B" ? Buffer.from(word, "base64").toString("utf8") : unquote(word.replaceAll("_", " ")),
    );
