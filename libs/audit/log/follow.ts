import type { Subscription } from '@huiyin/event-store';
import type { AuditDeps, AuditLog } from './audit-log';
import { isFinal } from './errors';

/** How long an event may wait for the next checkpoint. */
const CHECKPOINT_INTERVAL_ms = 60_000;
/** No event has this type: the subscription only wakes, the events are read below the port. */
const NO_TYPE = '';

/** Takes in what is appended, and signs at the interval what has grown. */
export function follow(
  { store, interval_ms = CHECKPOINT_INTERVAL_ms, log }: AuditDeps,
  after: number,
  catchUp: (upTo: number) => Promise<void>,
  sign: () => Promise<unknown>,
): Pick<AuditLog, 'done' | 'stop'> {
  const unlessFinal = (error: unknown): void => {
    if (isFinal(error)) throw error;
    log.warn({ code: codeOf(error) }, 'audit: events were not taken in yet');
  };
  const subscription: Subscription | undefined = store?.subscribe({
    after,
    filter: { types: [NO_TYPE] },
    // A server that is away for a moment ends nothing: the next event, or the interval, takes in what was missed.
    handler: (_none, reached) => catchUp(reached).catch(unlessFinal),
  });
  let signing: Promise<unknown> = Promise.resolve();
  const timer =
    store &&
    setInterval(() => {
      signing = signing.then(sign).catch((error: unknown) => {
        log.warn({ code: codeOf(error) }, 'audit: no checkpoint was signed');
      });
    }, interval_ms);
  return {
    done: subscription?.done ?? Promise.resolve(),
    async stop() {
      clearInterval(timer);
      await subscription?.stop();
      await signing;
    },
  };
}

const codeOf = (error: unknown): string | undefined => (error as { code?: string }).code;
