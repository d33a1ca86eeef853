/** The last position that this process has heard of, and those who wait for the next one. */
export interface KnownHead {
  readonly position: number;
  /** Ignored unless it is news. */
  raise(position: number): void;
  /** Resolves once the head is beyond `position`, or when the signal aborts. */
  beyond(position: number, signal: AbortSignal): Promise<void>;
}

export function createKnownHead(): KnownHead {
  let position = 0;
  const waiting = new Set<() => void>();
  return {
    get position() {
      return position;
    },
    raise(next) {
      if (next <= position) return;
      position = next;
      for (const wake of [...waiting]) wake();
    },
    beyond(after, signal) {
      if (position > after || signal.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        const wake = (): void => {
          if (position <= after && !signal.aborted) return;
          waiting.delete(wake);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        waiting.add(wake);
        signal.addEventListener('abort', wake);
      });
    },
  };
}
