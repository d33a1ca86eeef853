import { setTimeout as after } from 'node:timers/promises';
import { startChild, type Child, type ChildOptions } from './child';

const READY_POLL_ms = 50;
const ANSWER_MAX_ms = 5_000;

/** A child that others need. */
export interface Part extends Child {
  /** Resolves with its address as soon as it serves; rejects with NotReady when it ends before, or takes too long. */
  readonly ready: Promise<string>;
}

export class NotReady extends Error {}

export interface PartOptions extends ChildOptions {
  readyMax_ms: number;
}

/** `huiyin api is at http://127.0.0.1:3000`: how every part says where it is. */
const ADDRESS = /^huiyin \S+ is at (\S+)$/;

export function startPart({ readyMax_ms, ...options }: PartOptions): Part {
  const { promise: said, resolve: hear } = Promise.withResolvers<string>();
  const onLine = (line: string): void => {
    const address = ADDRESS.exec(line)?.[1];
    if (address) hear(address);
    options.onLine(line);
  };
  const child = startChild({ ...options, onLine });
  const ready = untilReady(child, said, readyMax_ms);
  // Whoever waits is told; nobody has to wait.
  ready.catch(() => undefined);
  return { ...child, ready };
}

async function untilReady({ name, ended }: Child, said: Promise<string>, max_ms: number): Promise<string> {
  const over = new AbortController();
  const { promise: never, reject: giveUp } = Promise.withResolvers<never>();
  never.catch(() => undefined);
  const late = () => giveUp(new NotReady(`${name} was not ready within ${max_ms / 1_000} s`));
  const timer = setTimeout(late, max_ms);
  void ended.then((how) => giveUp(new NotReady(`${name} ended before it was ready (${how})`)));
  try {
    const address = await Promise.race([said, never]);
    if (address.startsWith('http:')) await Promise.race([answersReady(address, over.signal), never]);
    return address;
  } finally {
    clearTimeout(timer);
    over.abort();
  }
}

async function answersReady(url: string, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    const signal = AbortSignal.any([over, AbortSignal.timeout(ANSWER_MAX_ms)]);
    const answer = await fetch(`${url}/readyz`, { signal }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await after(READY_POLL_ms);
  }
}
