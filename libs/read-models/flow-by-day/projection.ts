import type { LocalDate } from '@huiyin/kernel';
import { defineView, type LogEvent } from '../engine/view';
import { flowByDayTable, type FlowRow } from './table';

/** What an event brings to a day, or takes from it. */
export type DayCount = Pick<FlowRow, 'day'> & Partial<FlowRow>;

/**
 * Nothing of a registration that was struck counts, on the day on which it was made; a corrected number of persons is the
 * number that is counted.
 */
export function counted(event: LogEvent, day: LocalDate): DayCount | undefined {
  switch (event.type) {
    case 'CaseRegistered':
      return { day, inflow: 1, persons: event.data.persons };
    case 'CaseClosed':
    case 'LeadOutcomeTold':
    case 'CaseDirected':
      return { day, closed: 1 };
    case 'CaseReopened':
      return { day, reopened: 1 };
    case 'RegistrationStruck':
      return { day: event.data.registeredOn, inflow: -1, persons: -event.data.persons };
    case 'RecordCorrected':
      return event.data.type === 'CaseRegistered' && event.data.field === 'persons'
        ? { day: event.data.entryOn, persons: Number(event.data.after) - Number(event.data.before) }
        : undefined;
    // Nothing else brings a case in or out.
    default:
      return undefined;
  }
}

/** What came in and what was closed, per local day; the query sums up the backlog. */
export const flowByDay = defineView(flowByDayTable, {
  name: 'flow-by-day',
  version: 3,
  groupsOf(event, day) {
    const count = counted(event, day);
    return count ? [count.day] : [];
  },
  project([row], event, { day, group }) {
    const { inflow = 0, closed = 0, reopened = 0, persons = 0 } = counted(event, day)!;
    const before = row ?? { day: group, inflow: 0, closed: 0, reopened: 0, persons: 0 };
    return [
      {
        day: group,
        inflow: before.inflow + inflow,
        closed: before.closed + closed,
        reopened: before.reopened + reopened,
        persons: before.persons + persons,
      },
    ];
  },
});
