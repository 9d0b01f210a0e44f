/** Follows the public stamp: what kept pages are compared with. */
export type StampWatch = {
  /** The newest stamp that was read. */
  readonly stamp: string;
  /** false while the database does not answer: what is kept may be out of date. */
  readonly fresh: boolean;
  stop: () => void;
};

/**
 * Asks for the stamp every `interval` milliseconds, so that what one server or command publishes shows on every server
 * within a fraction of a second.
 */
export async function watchStamp(read: () => Promise<string>, interval = 250): Promise<StampWatch> {
  const state = { stamp: await read(), fresh: true, stop: () => {} };
  let stopped = false;
  const poll = async () => {
    try {
      state.stamp = await within(2000, read());
      state.fresh = true;
    } catch {
      state.fresh = false;
    }
    if (!stopped) timer = setTimeout(poll, interval);
  };
  let timer = setTimeout(poll, interval);
  state.stop = () => {
    stopped = true;
    clearTimeout(timer);
  };
  return state;
}

/** A database that hangs is as far away as one that refuses. */
function within<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("no answer in time")), milliseconds);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
