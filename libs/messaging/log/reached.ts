export interface Reached {
  position(): number;
  advance(position: number): void;
  /** Back to the beginning: the log is another one. */
  restart(): void;
  /** Resolves as soon as the position is reached; rejects when it never will be, because the consumer was stopped. */
  waitFor(position: number): Promise<void>;
  end(): void;
}

interface Waiter {
  position: number;
  resolve: () => void;
  reject: (error: Error) => void;
}

export function createReached(group: string): Reached {
  let reached = 0;
  let ended = false;
  let waiters: Waiter[] = [];
  const stopped = () => new Error(`the consumer ${group} was stopped at position ${reached}`);
  return {
    position: () => reached,
    advance: (position) => {
      reached = Math.max(reached, position);
      if (waiters.length === 0) return;
      const due = waiters.filter((waiter) => waiter.position <= reached);
      waiters = waiters.filter((waiter) => waiter.position > reached);
      for (const { resolve } of due) resolve();
    },
    restart: () => void (reached = 0),
    waitFor: (position) => {
      if (position <= reached) return Promise.resolve();
      if (ended) return Promise.reject(stopped());
      return new Promise((resolve, reject) => waiters.push({ position, resolve, reject }));
    },
    end: () => {
      ended = true;
      for (const { reject } of waiters.splice(0)) reject(stopped());
    },
  };
}
