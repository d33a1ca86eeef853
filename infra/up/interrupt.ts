/** One Ctrl-C arrives several times: from the terminal, and from each launcher in between that passes it on. */
export const SAME_KEYSTROKE_ms = 500;

export interface Interrupted {
  first: () => void;
  /** A second Ctrl-C, and any after it. */
  again: () => void;
}

/** To be called with each signal as it arrives. */
export function interrupts({ first, again }: Interrupted, now_ms = () => performance.now()): () => void {
  let last_ms = -Infinity;
  let seen = false;
  return () => {
    const isSame = now_ms() - last_ms < SAME_KEYSTROKE_ms;
    last_ms = now_ms();
    if (!seen) first();
    else if (!isSame) again();
    seen = true;
  };
}

export function onInterrupt(interrupted: Interrupted): void {
  const interrupt = interrupts(interrupted);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, interrupt);
}
