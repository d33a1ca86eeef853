/** Runs one piece of work after the other. */
export function createTurns(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}

/** Whether it became true within the time; looked at whenever a listener is called. */
export function waitUntil(
  isTrue: () => boolean,
  listeners: Set<(position: number) => void>,
  timeout_ms: number,
  signal: AbortSignal,
): Promise<boolean> {
  if (isTrue()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      listeners.delete(look);
      signal.removeEventListener('abort', end);
      resolve(isTrue());
    };
    const look = (): void => {
      if (isTrue()) end();
    };
    const timer = setTimeout(end, timeout_ms);
    listeners.add(look);
    signal.addEventListener('abort', end);
  });
}
