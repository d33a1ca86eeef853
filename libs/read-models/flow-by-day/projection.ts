import { defineView, type LogEvent } from '../engine/view';
import { flowByDayTable, type FlowRow } from './table';

/** What an event brings to its day: one or nothing. */
export function counted(event: LogEvent): Partial<FlowRow> | undefined {
  switch (event.type) {
    case 'CaseRegistered':
      return { inflow: 1, persons: event.data.persons };
    case 'CaseClosed':
    case 'LeadOutcomeTold':
    case 'RegistrationStruck':
    case 'CaseDirected':
      return { closed: 1 };
    case 'CaseReopened':
      return { reopened: 1 };
    // Nothing else brings a case in or out.
    default:
      return undefined;
  }
}

/** What came in and what was closed, per local day; the query sums up the backlog. */
export const flowByDay = defineView(flowByDayTable, {
  name: 'flow-by-day',
  version: 2,
  groupsOf: (event, day) => (counted(event) ? [day] : []),
  project([row], event, { group }) {
    const { inflow = 0, closed = 0, reopened = 0, persons = 0 } = counted(event)!;
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
