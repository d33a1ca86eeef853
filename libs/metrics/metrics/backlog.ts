import type { Metric } from '../metric';
import { item } from '../pure';
import { itemOf } from '../sql';
import { IS_OPEN, openBefore, openBeforeSql } from '../stock';

export const backlog: Metric = {
  id: 'backlog',
  name: { zh: '存量（未办结）', en: 'Backlog' },
  measure: 'count',
  unit: { zh: '件', en: 'cases' },
  definition: {
    numerator: { zh: '期末尚未办结的信访件', en: 'Cases that are open at the end of the period' },
    window: { zh: '期末时点', en: 'The end of the period' },
    exclusions: { zh: '已撤销的登记', en: 'Registrations that were struck' },
  },
  source: { zh: '控增量、减存量（积案化解）', en: 'Practice: hold the increase, reduce the stock' },
  better: 'lower',
  small: 'shown',
  items: (facts, { until }) => (openBefore(facts, until) ? [item(facts, facts.receiver)] : []),
  sql: `${itemOf('o.case_id', 'c.receiver')} FROM ${openBeforeSql('w.until')}
    JOIN views.case_list c ON c.id = o.case_id WHERE ${IS_OPEN}`,
};
