import type { ReactNode } from "react";

/** What went wrong with what somebody sent, said at once by screen readers (WCAG 2.2, 4.1.3). */
export const ErrorNotice = ({ children }: { children: ReactNode }) => (
  <p role="alert" className="my-4 border-4 border-brick p-4 font-bold">
    {children}
  </p>
);

type Sent = {
  /** The form that was sent (public/drafts.js): what the device kept of it may go. */
  "data-draft-sent"?: string | undefined;
  /** The part of a practice that was sent (public/edit-draft.js): what the device kept of it may go. */
  "data-kept-sent"?: string | undefined;
};

/** That something was done, said by screen readers (WCAG 2.2, 4.1.3). */
export const DoneNotice = ({ children, ...sent }: Sent & { children: ReactNode }) => (
  <p role="status" {...sent} className="my-4 border-s-4 border-brick bg-wash px-4 py-3 font-bold">
    {children}
  </p>
);
