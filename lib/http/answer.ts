import { AsyncLocalStorage } from "node:async_hooks";

// What one answer is to be, beside what Next makes of it. Next gives pages no say in their status, and a form that was
// refused must come back with what was typed, without any script. So the front server, in the same process, carries a
// small note with each request: an action writes it, the page that is rendered right after reads it, the server obeys.

type Answer = { status?: number; form?: unknown };
// Next evaluates modules once per bundle; the store is one.
const shared = globalThis as { ponteAnswer?: AsyncLocalStorage<Answer> };
shared.ponteAnswer ??= new AsyncLocalStorage<Answer>();
const store = shared.ponteAnswer;

/** From a page before it returns, or from an action: the status that this answer shall have. */
export function answerWithStatus(status: number): void {
  const answer = store.getStore();
  if (answer) answer.status = status;
}

/** From an action: what its page, rendered in the same request, shall show of the form. */
export function answerWithForm<T>(form: T): void {
  const answer = store.getStore();
  if (answer) answer.form = form;
}

/** From a page: what the action of this request left for it; undefined on a plain visit. */
export const formAnswer = <T>(): T | undefined => store.getStore()?.form as T | undefined;

/** For the front server: runs the handling of one request, with a place for its note. */
export const withAnswer = <T>(answer: Answer, handle: () => T): T => store.run(answer, handle);
