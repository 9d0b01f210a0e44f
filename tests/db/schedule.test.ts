import { beforeEach, describe, expect, test } from "vitest";
import { database } from "../../lib/db.ts";
import { publishDue } from "../../lib/desk/commands.ts";
import { getDeskPractice } from "../../lib/desk/queries.ts";
import { savePractice } from "../../lib/practice/commands.ts";
import { findAddress } from "../../lib/practice/queries.ts";
import { submitPractice } from "../../lib/submission/commands.ts";
import { act, publicVersion, readBack, stateOf } from "../support/stored.ts";
import { aSubmission } from "../support/submission.ts";

const at = new Date(Date.now() + 60 * 60_000);
const before = new Date(at.getTime() - 1);
let id = "";

beforeEach(async () => {
  await submitPractice(aSubmission(), "key-1");
  id = (await database().practice.findFirstOrThrow()).id;
});

const mails = () => database().mail.findMany({ where: { key: { startsWith: "decision " } } });
const logged = async (action: string) => database().auditEntry.count({ where: { action, subjectId: id } });

describe("a practice with a time", () => {
  test("waits until then, then is published by nobody in particular, and its contributor is told then", async () => {
    const version = await publicVersion();
    expect(await act(id, "schedule", { publishAt: at, message: "Bella!" })).toBe("pending");
    expect((await getDeskPractice("it", id))?.publishAt).toEqual(at);
    expect(await mails()).toEqual([]);
    expect(await publishDue(before)).toEqual({ published: 0, withdrawn: 0 });
    expect([await stateOf(id), await publicVersion()]).toEqual(["pending", version]);

    expect(await publishDue(at)).toEqual({ published: 1, withdrawn: 0 });
    expect(await stateOf(id)).toBe("published");
    expect(await findAddress("it", id)).toEqual({ slug: "bussola-digitale" });
    const decision = await database().decision.findFirstOrThrow({ where: { action: "publish" } });
    expect(decision.editorId).toBeNull();
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail?.subject).toBe("«Bussola digitale» è su Ponte");
    expect(mail?.text).toContain("Bella!");
    expect((await getDeskPractice("it", id))?.publishAt).toBeUndefined();
    expect(await publishDue(at)).toEqual({ published: 0, withdrawn: 0 });
  });

  test("is published once where two look at the same time", async () => {
    await act(id, "schedule", { publishAt: at });
    const outcomes = await Promise.all([publishDue(at), publishDue(at), publishDue(at)]);
    expect(outcomes.reduce((sum, { published }) => sum + published, 0)).toBe(1);
    expect(outcomes.every(({ withdrawn }) => withdrawn === 0)).toBe(true);
    expect(await database().decision.count({ where: { action: "publish" } })).toBe(1);
    expect(await mails()).toHaveLength(1);
  });

  test("goes on with the level of evidence that was agreed on with it", async () => {
    await act(id, "schedule", { publishAt: at, evidence: "monitored" });
    expect(await publishDue(at)).toEqual({ published: 1, withdrawn: 0 });
    expect((await readBack(id)).evidence).toBe("monitored");
  });

  test("that is changed meanwhile stays in the queue, without its time, and the log says so", async () => {
    await act(id, "schedule", { publishAt: at });
    const changed = { ...(await readBack(id)), themes: ["health" as const] };
    await database().$transaction((tx) =>
      savePractice(tx, id, changed, { state: "pending", kind: "submission", by: { kind: "contributor" } }),
    );
    expect(await Promise.all([publishDue(at), publishDue(at)])).toContainEqual({ published: 0, withdrawn: 1 });
    expect(await stateOf(id)).toBe("pending");
    expect((await getDeskPractice("it", id))?.publishAt).toBeUndefined();
    expect(await mails()).toEqual([]);
    expect(await logged("practice.schedule-missed")).toBe(1);
  });

  test("that its contributor has taken back since is not published", async () => {
    await act(id, "schedule", { publishAt: at });
    await database().practice.update({ where: { id }, data: { state: "draft" } });
    await database().decision.create({
      data: { practiceId: id, action: "withdraw", fromState: "pending", toState: "draft" },
    });
    expect(await publishDue(at)).toEqual({ published: 0, withdrawn: 1 });
    expect(await stateOf(id)).toBe("draft");
  });

  test("loses it when it is taken away, and by every other decision", async () => {
    await act(id, "schedule", { publishAt: at });
    await act(id, "schedule", { checklist: [] });
    expect((await getDeskPractice("it", id))?.publishAt).toBeUndefined();
    expect((await getDeskPractice("it", id))?.history.map(({ action }) => action)).toEqual(["schedule", "unschedule"]);
    await act(id, "schedule", { publishAt: at });
    await act(id, "ask-changes");
    expect(await publishDue(at)).toEqual({ published: 0, withdrawn: 0 });
    expect(await stateOf(id)).toBe("changes-asked");
  });

  test("can be given another", async () => {
    await act(id, "schedule", { publishAt: at });
    await act(id, "schedule", { publishAt: new Date(at.getTime() + 60_000) });
    expect(await publishDue(at)).toEqual({ published: 0, withdrawn: 0 });
    expect((await publishDue(new Date(at.getTime() + 60_000))).published).toBe(1);
  });
});
