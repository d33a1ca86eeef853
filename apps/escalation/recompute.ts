import { StoreUnavailable } from '@huiyin/event-store';
import { QueueFull } from '@huiyin/kernel';
import type { Message } from '@huiyin/messaging';
import { refOf } from '@huiyin/policy';
import type { EscalationDeps } from './deps';
import { plan } from './plan';
import { successionOf } from './revisions';

const BATCH_MAX = 500;
const CONCURRENCY_MAX = 32;

interface CalendarAdopted {
  calendar: { id: string; version: number };
}

/** Notes that a version of a calendar was adopted, or that an office has a successor; answers whether the message said so. */
export async function noteRevision({ timers }: EscalationDeps, message: Message): Promise<boolean> {
  const cause = causeIn(message);
  if (cause === undefined) return false;
  await timers.noteRevision(cause, message.position);
  return true;
}

function causeIn({ type, data }: Message): string | undefined {
  if (type === 'huiyin.calendar.adopted.v1') return refOf((data as CalendarAdopted).calendar);
  if (type === 'huiyin.office.succeeded.v1') return successionOf((data as { officeId: string }).officeId);
  return undefined;
}

/**
 * Plans anew the next streams that have something running, once for each calendar that was adopted and for each office
 * that was succeeded: what the calendar changes is recomputed on the way, and what the office owed is its successor's at
 * once. Answers how many there were; undefined when nothing is left to be planned anew.
 */
export async function recomputeBatch(deps: EscalationDeps): Promise<number | undefined> {
  const batch = await deps.timers.unrevised(BATCH_MAX);
  if (!batch) return undefined;
  // Nothing is marked as revised before this process knows the calendar, or the successor.
  await Promise.all([deps.rules.reached(batch.position), deps.directory.reached(batch.position)]);
  const queue = batch.streams.values();
  const worker = async (): Promise<void> => {
    for (const stream of queue) await planOrPassOver(deps, stream);
  };
  await Promise.all(Array.from({ length: CONCURRENCY_MAX }, worker));
  await deps.timers.revisedUpTo(batch.cause, batch.streams.at(-1));
  return batch.streams.length;
}

/** One stream that cannot be planned does not keep the others waiting: it is recomputed before its next step is taken. */
async function planOrPassOver(deps: EscalationDeps, stream: string): Promise<void> {
  try {
    await plan(deps, stream);
  } catch (error) {
    if (error instanceof StoreUnavailable || error instanceof QueueFull) throw error;
    deps.log.error({ err: error, stream }, 'not planned anew');
  }
}
