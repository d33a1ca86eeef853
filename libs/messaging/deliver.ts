import { pause, type Log } from '@huiyin/kernel';
import { describeFailure } from './failure';
import { isOutage } from './outage';
import type { Message, ParkingLot } from './port';
import { waitAfter, type RetryPolicy } from './retry';

/** Handlers at work at the same time. */
export const CONCURRENCY_DEFAULT = 16;

export interface DeliverOptions {
  group: string;
  handler: (message: Message) => Promise<void>;
  lot: ParkingLot;
  concurrencyMax: number;
  retry: RetryPolicy;
  log: Log;
  /** Aborted: no further handler starts. */
  signal: AbortSignal;
  /** The message at this index was handled or parked. */
  onDone: (index: number) => void;
}

/** One key's messages in a batch, as indexes in order. */
type Lane = number[];

/** Ends a lane whose subscription has been stopped. */
const STOPPED = Symbol('stopped');

/** Each key's messages one after the other, keys beside each other. Resolves when all are done, or the signal came. */
export async function deliver(messages: readonly Message[], options: DeliverOptions): Promise<void> {
  const lanes = byKey(messages);
  const keys = [...lanes.keys()];
  const parked = await possible(() => options.lot.parkedAmong(options.group, keys), options);
  if (parked === STOPPED) return;
  const waiting = lanes.entries();
  const worker = async () => {
    for (const [key, lane] of waiting) await runLane(messages, lane, parked.has(key), options);
  };
  await Promise.all(Array.from({ length: Math.min(options.concurrencyMax, keys.length) }, worker));
}

function byKey(messages: readonly Message[]): Map<string, Lane> {
  const lanes = new Map<string, Lane>();
  messages.forEach(({ key }, index) => {
    const lane = lanes.get(key);
    if (lane) lane.push(index);
    else lanes.set(key, [index]);
  });
  return lanes;
}

async function runLane(
  messages: readonly Message[],
  lane: Lane,
  startsParked: boolean,
  options: DeliverOptions,
) {
  let parked = startsParked;
  for (const index of lane) {
    if (options.signal.aborted) return;
    const message = messages[index]!;
    if (parked) {
      const followed = await possible(() => options.lot.follow(options.group, message), options);
      if (followed === STOPPED) return;
      parked = followed;
    }
    if (!parked) {
      const outcome = await handleOrPark(message, options);
      if (outcome === STOPPED) return;
      parked = outcome === 'parked';
    }
    options.onDone(index);
  }
}

async function handleOrPark(
  message: Message,
  options: DeliverOptions,
): Promise<'handled' | 'parked' | typeof STOPPED> {
  const { group, lot, log } = options;
  const result = await attempt(message, options);
  if (result === STOPPED || result === 'handled') return result;
  const failure = describeFailure(result.error);
  const parked = await possible(() => lot.park(group, message, failure), options);
  if (parked === STOPPED) return STOPPED;
  log.error({ group, key: message.key, message: message.id, type: message.type, failure }, 'key parked');
  return 'parked';
}

/** Runs the handler, again after a failure up to the policy's bound, and for as long as an outage lasts. */
async function attempt(
  message: Message,
  options: DeliverOptions,
): Promise<'handled' | { error: unknown } | typeof STOPPED> {
  const { handler, retry, log, group, signal } = options;
  let failures = 0;
  let outages = 0;
  for (;;) {
    try {
      await handler(message);
      return 'handled';
    } catch (error) {
      const outage = isOutage(error);
      if (outage) outages += 1;
      else if (++failures >= retry.attemptsMax) return { error };
      const wait_ms = outage ? waitAfter(retry.outage, outages) : waitAfter(retry.failing, failures);
      log.warn(
        { group, key: message.key, message: message.id, wait_ms, failure: describeFailure(error) },
        'handler failed',
      );
      if (!(await pause(wait_ms, signal))) return STOPPED;
    }
  }
}

/** The lot must answer before anything goes on: without it, a poison message would be lost or overtaken. */
async function possible<T>(
  operation: () => Promise<T>,
  options: DeliverOptions,
): Promise<T | typeof STOPPED> {
  const { retry, log, group, signal } = options;
  for (let failures = 1; ; failures += 1) {
    try {
      return await operation();
    } catch (error) {
      const wait_ms = waitAfter(retry.outage, failures);
      log.warn({ group, wait_ms, failure: describeFailure(error) }, 'parking lot unavailable');
      if (!(await pause(wait_ms, signal))) return STOPPED;
    }
  }
}
