import type { Metric } from './metric';
import { happened, item } from './pure';
import { happenedIn, itemOf } from './sql';

type Named = Pick<Metric, 'id' | 'name' | 'source'> & {
  numerator: Metric['definition']['numerator'];
  /** Absent: however it was sent. */
  mode?: 'refer' | 'assign';
};

/** How often matters were sent to an office, each sending by itself. */
export function sent({ mode, numerator, ...named }: Named): Metric {
  const meant = mode === undefined ? 'true' : `e.summary->>'mode' = '${mode}'`;
  return {
    ...named,
    measure: 'count',
    unit: { zh: '件次', en: 'times' },
    definition: {
      numerator,
      window: { zh: '送出时间在期内', en: 'Sent in the period' },
      exclusions: { zh: '已撤销的登记', en: 'Registrations that were struck' },
    },
    better: 'none',
    small: 'suppressed',
    items: (facts, window) =>
      happened(facts, window, 'CaseSent')
        .filter(({ data }) => mode === undefined || data.mode === mode)
        .map(({ data }) => item(facts, data.to)),
    sql: `${itemOf('e.case_id', `e.summary->>'to'`)} FROM ${happenedIn('CaseSent')} WHERE ${meant}`,
  };
}
