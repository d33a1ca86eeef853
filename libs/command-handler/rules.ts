import { ruleBook, type PolicyPack, type RuleBook, type WorkCalendar } from '@huiyin/policy';
import type { EventStore, StoredEvent, Subscription } from '@huiyin/event-store';

/** The packs and calendars that have been adopted, as a rule book that grows as the log grows. */
export interface LiveRules {
  current(): RuleBook;
  /** Resolves when everything adopted up to this position is in force here. */
  reached(position: number): Promise<void>;
  stop(): Promise<void>;
}

const STREAMS = { streamPrefixes: ['policy-', 'calendar-'] };
const PAGE_MAX = 500;

/** Reads what has been adopted so far, then follows. Rejects with StoreUnavailable. */
export async function followRules(store: EventStore): Promise<LiveRules> {
  const packs: PolicyPack[] = [];
  const calendars: WorkCalendar[] = [];
  let book = ruleBook(packs, calendars);
  let reached = 0;
  let waiting: { position: number; resolve: () => void }[] = [];

  const adopt = (events: readonly StoredEvent[], upTo: number): void => {
    for (const { type, data } of events) {
      if (type === 'PolicyAdopted') packs.push((data as { pack: PolicyPack }).pack);
      if (type === 'CalendarAdopted') calendars.push((data as { calendar: WorkCalendar }).calendar);
    }
    if (events.length > 0) book = ruleBook(packs, calendars);
    reached = Math.max(reached, upTo);
    waiting = waiting.filter(({ position, resolve }) => (position > reached ? true : (resolve(), false)));
  };

  for (;;) {
    const page = await store.readAll({ after: reached, limit: PAGE_MAX, filter: STREAMS });
    adopt(page, page.at(-1)?.position ?? reached);
    if (page.length < PAGE_MAX) break;
  }
  const subscription: Subscription = store.subscribe({
    after: reached,
    filter: STREAMS,
    handler: (batch, position) => Promise.resolve(adopt(batch, position)),
  });
  return {
    current: () => book,
    reached: (position) =>
      position <= reached ? Promise.resolve() : new Promise((resolve) => waiting.push({ position, resolve })),
    stop: () => subscription.stop(),
  };
}
