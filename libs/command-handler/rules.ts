import type { EventStore } from '@huiyin/event-store';
import { ruleBook, type PolicyPack, type RuleBook, type WorkCalendar } from '@huiyin/policy';
import { followFromStart, type Following } from './follow';

/** The packs and calendars that have been adopted, as a rule book that grows as the log grows. */
export interface LiveRules extends Following {
  current(): RuleBook;
}

/** Reads what has been adopted so far, then follows. Rejects with StoreUnavailable. */
export async function followRules(store: EventStore): Promise<LiveRules> {
  const packs: PolicyPack[] = [];
  const calendars: WorkCalendar[] = [];
  let book = ruleBook(packs, calendars);
  const following = await followFromStart(store, { streamPrefixes: ['policy-', 'calendar-'] }, (events) => {
    for (const { type, data } of events) {
      if (type === 'PolicyAdopted') packs.push((data as { pack: PolicyPack }).pack);
      if (type === 'CalendarAdopted') calendars.push((data as { calendar: WorkCalendar }).calendar);
    }
    book = ruleBook(packs, calendars);
  });
  return { ...following, current: () => book };
}
