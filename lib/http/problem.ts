import { Refusal } from "../refusal.ts";

/** A handler of the API, whose failures are problems too: without the database it answers 503. */
export const answering =
  <T extends unknown[]>(handle: (...args: T) => Promise<Response>) =>
  async (...args: T): Promise<Response> => {
    try {
      return await handle(...args);
    } catch (error) {
      if (error instanceof Refusal && error.code === "too-slow")
        return problem(503, "This search took too long; try fewer or more exact words");
      console.error(error);
      return problem(503, "The data cannot be reached now; try again in a few minutes");
    }
  };

/** An error for machines: RFC 9457, `application/problem+json`. */
export function problem(status: number, title: string, more: object = {}): Response {
  return new Response(JSON.stringify({ type: "about:blank", title, status, ...more }), {
    status,
    headers: { "Content-Type": "application/problem+json", "Access-Control-Allow-Origin": "*" },
  });
}
