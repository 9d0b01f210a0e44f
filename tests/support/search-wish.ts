/** The form of what a reader looked for, as a browser posts it, with a test's changes to it. */
export function postedWish(over: Record<string, string> = {}): FormData {
  const data = new FormData();
  const typed = { query: "bus pass online", text: "How others explain it.", website2: "", ...over };
  for (const [field, value] of Object.entries(typed)) data.append(field, value);
  return data;
}
