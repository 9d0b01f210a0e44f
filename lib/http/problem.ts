/** An error for machines: RFC 9457, `application/problem+json`. */
export function problem(status: number, title: string, more: object = {}): Response {
  return new Response(JSON.stringify({ type: "about:blank", title, status, ...more }), {
    status,
    headers: { "Content-Type": "application/problem+json", "Access-Control-Allow-Origin": "*" },
  });
}
