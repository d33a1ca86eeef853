import { CASES, NEUTRAL, defineMetric } from '../define';
import { item } from '../pure';
import { itemOf } from '../sql';
import { isOpen, lastTurnBefore, openBefore } from '../stock';

export const backlog = defineMetric({
  id: 'backlog',
  name: { zh: '存量（未办结）', en: 'Backlog' },
  measure: 'count',
  unit: CASES,
  numerator: { zh: '尚未办结的信访件', en: 'Cases that are open' },
  window: { zh: '期末时点', en: 'The end of the period' },
  source: { zh: '控增量、减存量', en: 'Practice: hold the increase, reduce the stock' },
  ...NEUTRAL,
  items: (facts, { until }) => (openBefore(facts, until) ? [item(facts, facts.receiver)] : []),
  sql: `${itemOf('o.case_id', 'c.receiver')} FROM ${lastTurnBefore('w.until')} JOIN views.case_list c ON c.id = o.case_id WHERE ${isOpen('o.type')}`,
});
