import type { EventStore } from '@huiyin/event-store';
import { localDate, ZONE_DEFAULT, type LocalDate } from '@huiyin/kernel';
import { ruleBook, type PolicyPack, type RuleBook, type WorkCalendar } from '@huiyin/policy';
import type { LogEvent } from './view';

const READ_MAX = 500;
const ADOPTIONS = { types: ['PolicyAdopted', 'CalendarAdopted'] };

/** The rule book as it was at each point of the log: a replay folds every event under the rules of its time. */
export interface AdoptedRules {
  current(): RuleBook;
  /** When an event happened, by the zone of the pack that governs it. */
  dayOf(event: LogEvent): LocalDate;
  /** To be told every event, in order, before it is folded. */
  see(event: LogEvent): void;
}

export function createAdoptedRules(): AdoptedRules {
  const packs: PolicyPack[] = [];
  const calendars: WorkCalendar[] = [];
  const zones = new Map<string, string>();
  let book = ruleBook(packs, calendars);

  const see = (event: LogEvent): void => {
    if (event.type === 'PolicyAdopted') {
      const { pack } = event.data;
      packs.push(pack);
      zones.set(pack.id, pack.timeZone).set(`${pack.id}@${pack.version}`, pack.timeZone);
    } else if (event.type === 'CalendarAdopted') calendars.push(event.data.calendar);
    else return;
    book = ruleBook(packs, calendars);
  };
  return {
    current: () => book,
    dayOf({ meta, data, occurredAt }) {
      const pack = meta.policy ?? ('pack' in data && typeof data.pack === 'string' ? data.pack : '');
      // The default where no adopted pack governs the event: a view is the same wherever it is made.
      return localDate(occurredAt, zones.get(pack) ?? ZONE_DEFAULT);
    },
    see,
  };
}

/** What had been adopted up to a position, that one included. Rejects with StoreUnavailable. */
export async function adoptedUntil(store: EventStore, position: number): Promise<AdoptedRules> {
  const rules = createAdoptedRules();
  for (let after = 0; after < position;) {
    const events = await store.readAll({ after, limit: READ_MAX, filter: ADOPTIONS });
    for (const event of events) if (event.position <= position) rules.see(event as LogEvent);
    if (events.length < READ_MAX) break;
    after = events.at(-1)!.position;
  }
  return rules;
}
