import type { Metric } from './metric';
import { eventsOf, happened, item } from './pure';
import { happenedIn, itemOf } from './sql';

type Sent = Pick<Metric, 'items' | 'sql'>;

/** What was sent to an office and did not go back on an objection: whether the case was closed by the end. */
export function closedOfSent(mode?: 'assign'): Sent {
  const meant = mode === undefined ? 'true' : `e.summary ->> 'mode' = '${mode}'`;
  return {
    items(facts, window) {
      const upheld = eventsOf(facts, 'ObjectionUpheld');
      const closed = eventsOf(facts, 'CaseClosed').filter(({ occurredAt }) => occurredAt < window.until);
      return happened(facts, window, 'CaseSent')
        .filter(({ data }) => mode === undefined || data.mode === mode)
        .filter(
          ({ data, position }) => !upheld.some((one) => one.position > position && one.data.from === data.to),
        )
        .map(({ data, position }) =>
          item(
            facts,
            data.to,
            closed.some((one) => one.position > position),
          ),
        );
    },
    sql: `${itemOf('e.case_id', `e.summary ->> 'to'`, CLOSED_LATER)} FROM ${happenedIn('CaseSent')}
      WHERE ${meant} AND NOT EXISTS (SELECT FROM views.case_timeline t WHERE t.case_id = e.case_id
        AND t.position > e.position AND t.type = 'ObjectionUpheld' AND t.summary ->> 'from' = e.summary ->> 'to')`,
  };
}

const CLOSED_LATER = `EXISTS (SELECT FROM views.case_timeline t WHERE t.case_id = e.case_id
  AND t.position > e.position AND t.type = 'CaseClosed' AND t.occurred_at < w.until)`;
