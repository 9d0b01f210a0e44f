import { beforeEach, describe, expect, test } from "vitest";
import { database } from "../../lib/db.ts";
import { decideAndTell } from "../../lib/desk/commands.ts";
import { getDeskPractice } from "../../lib/desk/queries.ts";
import { decide, type PracticeDecision } from "../../lib/practice/commands.ts";
import { type Action, actions, needsMessage, type State, states, transition } from "../../lib/practice/rules.ts";
import { Refusal } from "../../lib/refusal.ts";
import { checklist } from "../../lib/review/checklist.ts";
import { submitPractice } from "../../lib/submission/commands.ts";
import { aPractice, written } from "../support/practices.ts";
import { act, editor, publicVersion, published, seenNow, stateOf, stored, translator } from "../support/stored.ts";
import { aSubmission } from "../support/submission.ts";

const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );
const decision = (
  practiceId: string,
  action: Action,
  { seen, ...over }: { seen?: { revision?: number; state?: State } } & Partial<Omit<PracticeDecision, "seen">> = {},
) => {
  const read = { revision: 1, state: "pending" as State, ...seen };
  return decide({
    practiceId,
    action: action as PracticeDecision["action"],
    seen: read,
    by: editor,
    message: "Because.",
    checklist: [...checklist],
    ...over,
  });
};

describe("a decision", () => {
  const everything = states.flatMap((state) => actions.map((action) => [state, action] as const));

  test.each(everything)("on a practice that is %s: %s", async (state, action) => {
    const id = await stored(aPractice(), state);
    const [duplicateOf] = await published(
      aPractice({ texts: { it: { title: "Altra", sections: {}, provenance: written } } }),
    );
    const [version, logged] = [await publicVersion(), await database().decision.count()];
    const to = transition(state, action, "desk");
    expect(await refusalOf(decision(id, action, { seen: await seenNow(id), duplicateOf }))).toBe(
      to ? "done" : "not-allowed",
    );
    expect(await stateOf(id)).toBe(to ?? state);
    // Only what readers can see moves the public version.
    const seen = to !== undefined && [state, to].some((one) => one === "published" || one === "duplicate");
    expect((await publicVersion()) - version).toBe(seen ? 1n : 0n);
    expect((await database().decision.count()) - logged).toBe(to ? 1 : 0);
  });

  test("of somebody without the right is refused", async () => {
    const id = await stored(aPractice(), "pending");
    expect(await refusalOf(decision(id, "publish", { by: translator }))).toBe("not-allowed");
    expect(await stateOf(id)).toBe("pending");
  });

  test("of a duplicate leads to a published practice, never to itself or to what nobody can read", async () => {
    const id = await stored(aPractice(), "pending");
    const hidden = await stored(aPractice(), "pending");
    for (const duplicateOf of [id, hidden, "nothing1", undefined])
      expect(await refusalOf(decision(id, "mark-duplicate", { duplicateOf }))).toBe("no-duplicate");
    expect(await stateOf(id)).toBe("pending");
  });

  test("is logged with who took it, when, and why", async () => {
    const id = await stored(aPractice(), "pending");
    await decision(id, "ask-changes", { message: "  Where was it?\n" });
    expect(await database().decision.findMany()).toEqual([
      {
        id: expect.any(String),
        practiceId: id,
        action: "ask-changes",
        fromState: "pending",
        toState: "changes-asked",
        checklist: [...checklist],
        message: "Where was it?",
        editorId: "editor-1",
        createdAt: expect.any(Date),
      },
    ]);
  });

  test("that disappoints needs a reason", async () => {
    const from: Record<string, State> = { "ask-changes": "pending", reject: "pending", unpublish: "published" };
    for (const action of actions.filter(needsMessage)) {
      const id = await stored(aPractice(), from[action] as State);
      expect(await refusalOf(decision(id, action, { message: " \n ", seen: { state: from[action] } }))).toBe(
        "message-missing",
      );
      expect(await stateOf(id)).toBe(from[action]);
    }
    expect(await database().decision.count()).toBe(0);
  });

  test("on something that was changed since it was read is a conflict", async () => {
    const id = await stored(aPractice(), "pending");
    expect(await refusalOf(decision(id, "publish", { seen: { revision: 2 } }))).toBe("conflict");
    expect(await refusalOf(decision(id, "publish", { seen: { revision: 0 } }))).toBe("conflict");
    expect(await stateOf(id)).toBe("pending");
  });

  test("on nothing is refused", async () => {
    expect(await refusalOf(decision("nothing1", "publish"))).toBe("not-found");
  });

  test("whose mail cannot be queued is not taken", async () => {
    const id = await stored(aPractice(), "pending");
    const broken = decide(
      {
        ...{ practiceId: id, seen: { revision: 1, state: "pending" }, action: "publish", by: editor, message: "" },
        checklist: [...checklist],
      },
      () => Promise.reject(new Error("no mail")),
    );
    await expect(broken).rejects.toThrow("no mail");
    expect(await stateOf(id)).toBe("pending");
    expect(await database().slug.count()).toBe(0);
    expect(await database().catalogueEntry.count()).toBe(0);
  });
});

describe("of two decisions at once", () => {
  test.each([
    ["publish", "reject"],
    ["publish", "publish"],
    ["ask-changes", "reject"],
  ] as const)("exactly one is taken: %s and %s", async (one, other) => {
    for (let round = 0; round < 3; round++) {
      const id = await stored(aPractice(), "pending");
      const answers = await Promise.all([refusalOf(decision(id, one)), refusalOf(decision(id, other))]);
      expect([...answers].sort()).toEqual(["conflict", "done"]);
      const won = answers[0] === "done" ? one : other;
      expect(await stateOf(id)).toBe(transition("pending", won, "desk"));
      expect((await database().decision.findMany({ where: { practiceId: id } })).map(({ action }) => action)).toEqual([
        won,
      ]);
    }
  });

  test("the contributor is told of the one that was taken", async () => {
    await submitPractice(aSubmission(), "key-1");
    const { id } = await database().practice.findFirstOrThrow();
    const say = (action: "publish" | "reject") =>
      refusalOf(
        decideAndTell({
          by: editor,
          practiceId: id,
          seen: { revision: 1, state: "pending" },
          action,
          message: "Because.",
          checklist: [...checklist],
        }),
      );
    expect((await Promise.all([say("publish"), say("reject")])).sort()).toEqual(["conflict", "done"]);
    expect(await database().mail.count({ where: { key: { startsWith: "decision " } } })).toBe(1);
  });
});

describe("the desk", () => {
  beforeEach(async () => {
    await database().editor.create({ data: { id: editor.editorId, name: editor.name, email: editor.email } });
  });

  test("shows a practice with its sender and its whole history", async () => {
    await submitPractice(aSubmission(), "key-1");
    const { id } = await database().practice.findFirstOrThrow();
    await act(id, "publish", { message: "" });
    await act(id, "unpublish", { message: "It was asked for." });
    const shown = await getDeskPractice("sv", id);
    expect(shown?.state).toBe("unpublished");
    expect(shown?.sender).toEqual({ name: "Ada Bianchi", email: "ada@biblioteca.example", language: "it" });
    expect(shown?.history.map(({ action, message, by }) => ({ action, message, by }))).toEqual([
      { action: "publish", message: null, by: "Edith" },
      { action: "unpublish", message: "It was asked for.", by: "Edith" },
    ]);
    expect(await getDeskPractice("sv", "nothing1")).toBeUndefined();
  });
});
