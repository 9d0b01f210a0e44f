import type { ReactNode } from "react";

/** What a reader sees after sending: thanks, what comes next, and a way on. */
export function MessageThanks({
  title,
  text,
  draft,
  children,
}: {
  title: string;
  text: string;
  /** The draft that has served. */
  draft?: string;
  /** The way on. */
  children: ReactNode;
}) {
  return (
    <>
      <div role="status" data-draft-sent={draft}>
        <h1 className="text-h1">{title}</h1>
        <p className="prose mt-3">{text}</p>
      </div>
      <p className="mt-6">{children}</p>
      {draft && <script src="/drafts.js" defer data-own="" />}
    </>
  );
}
