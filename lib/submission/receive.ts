import { serverEnv } from "../env.ts";
import { sendOnce } from "../form-guard/send-once.ts";
import { resubmitPractice, submitPractice } from "./commands.ts";
import { readValues } from "./form.ts";
import { type FormState, judge } from "./judge.ts";
import { isSubmitted } from "./queries.ts";

/**
 * Takes in a contributor's posted form.
 * @param to the secret part of the private link where a practice is sent again, and the network address of who sent it
 * @returns how the form comes back, and with which status; or the private link's secret part where it was sent
 */
export async function receiveSubmission(
  { token, from }: { token: string | undefined; from: string },
  data: FormData,
): Promise<{ state: FormState; status: number } | { privateToken: string }> {
  const values = readValues(data);
  const verdict = judge(values, data, { secret: serverEnv().SESSION_SECRET, now: Date.now() });
  if (verdict.step !== "send") {
    const isRefused = verdict.step === "fill" && Object.keys(verdict.errors).length > 0;
    return { state: verdict, status: isRefused ? 422 : 200 };
  }
  const { submitted, key, ticket } = verdict;
  const result = await sendOnce({
    isSent: async () => token === undefined && (await isSubmitted(key)),
    counted: [
      { kind: "sender", who: from, error: "too-many-sent" },
      { kind: "email", who: submitted.sender.email.toLowerCase(), error: "too-many-sent" },
    ],
    send: async () => {
      if (token === undefined) return submitPractice(submitted, key);
      await resubmitPractice(submitted, token, key);
      return token;
    },
    refused: "decided",
  });
  if ("sent" in result) return { privateToken: result.sent };
  const { error, status } = result;
  return { state: { step: "review", values, submitted, ticket, error }, status };
}
