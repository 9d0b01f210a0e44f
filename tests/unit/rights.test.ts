import { describe, expect, test } from "vitest";
import { type DeskAction, demand, deskActions, may, type Role, roles } from "../../lib/desk/rights.ts";
import { Refusal } from "../../lib/refusal.ts";

// Written out once more, by hand: whoever changes a right changes it in two places, and means it.
const everyone: DeskAction[] = [
  ...([
    "practice.read",
    "queue.read",
    "queue.claim",
    "translation.write",
    "translation.review",
    "session.own",
  ] as const),
];
const editorsToo: DeskAction[] = [
  ...(["person.read", "practice.enter", "practice.edit", "practice.decide", "practice.restore"] as const),
  ...(["practice.comment", "queue.assign", "message.read", "message.decide", "confirmation.decide"] as const),
  ...(["wish.delete", "news.edit", "term.decide", "link.read", "link.check", "job.read"] as const),
];
const administratorsToo: DeskAction[] = ["job.retry", "people.read", "people.change", "audit.read"];
const expected: Record<Role, DeskAction[]> = {
  translator: everyone,
  editor: [...everyone, ...editorsToo],
  administrator: [...everyone, ...editorsToo, ...administratorsToo],
};

describe("rights at the desk", () => {
  const everything = roles.flatMap((role) => deskActions.map((action) => [role, action] as const));

  test.each(everything)("%s: %s", (role, action) => {
    const member = { role, languages: [] };
    expect(may(member, action)).toBe(expected[role].includes(action));
    const attempt = () => demand(member, action);
    if (expected[role].includes(action)) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(Refusal);
  });

  test("of a translator hold in their own languages, those of the others in all", () => {
    const swedish = { role: "translator" as const, languages: ["sv" as const] };
    expect(may(swedish, "translation.write", "sv")).toBe(true);
    expect(may(swedish, "translation.write", "fr")).toBe(false);
    expect(may({ role: "editor", languages: [] }, "translation.write", "fr")).toBe(true);
  });
});
