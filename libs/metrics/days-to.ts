import type { Metric } from './metric';
import { daysBetween, eventsOf, happened, item } from './pure';
import { daysBetweenSql, happenedIn, itemOf } from './sql';

type Ends = 'CaseAcknowledged' | 'CaseAccepted' | 'CaseAnswered' | 'CaseClosed';
type Begins = 'CaseRegistered' | 'CaseSent' | 'CaseAccepted';

/** Days from the last step of one sort to a later one of another, for the office that took the later one. */
export const daysTo = (ends: Ends, begins: Begins): Pick<Metric, 'items' | 'sql'> => ({
  items(facts, window) {
    const before = eventsOf(facts, begins);
    return happened(facts, window, ends).flatMap(({ data, occurredAt, position }) => {
      const begun = before.findLast((one) => one.position < position);
      return begun ? [item(facts, data.by, true, daysBetween(begun.occurredAt, occurredAt))] : [];
    });
  },
  sql: `${itemOf('e.case_id', `e.summary ->> 'by'`, 'true', daysBetweenSql('b.occurred_at', 'e.occurred_at'))}
    FROM ${happenedIn(ends)} JOIN LATERAL (SELECT t.occurred_at FROM views.case_timeline t
      WHERE t.case_id = e.case_id AND t.type = '${begins}' AND t.position < e.position
      ORDER BY t.position DESC LIMIT 1) b ON true`,
});
