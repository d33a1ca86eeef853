/** One Ctrl-C arrives several times: from the terminal, and from each launcher in between that passes it on. */
const SAME_KEYSTROKE_ms = 500;

/** Tells the first interrupt from a second one that comes later. */
export function onInterrupt({ first, again }: { first: () => void; again: () => void }): void {
  let last_ms: number | undefined;
  const interrupt = (): void => {
    const now_ms = performance.now();
    const isSame = last_ms !== undefined && now_ms - last_ms < SAME_KEYSTROKE_ms;
    const isFirst = last_ms === undefined;
    last_ms = now_ms;
    if (isFirst) first();
    else if (!isSame) again();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, interrupt);
}
