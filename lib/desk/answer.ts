/** What a form of the desk shows after it was sent: why it was refused, or what was done, and what was typed. */
export type DeskAnswer = { error?: string; done?: "link-sent"; typed: string };
