import { CASES, DEMAND, defineMetric } from '../define';
import { happened, item } from '../pure';
import { happenedIn, itemOf, itsCase } from '../sql';
import { OPENING } from '../stock';

export const stockIncrease = defineMetric({
  id: 'stock-increase',
  name: { zh: '增量（新登记、重开）', en: 'Increase of the stock' },
  measure: 'count',
  unit: CASES,
  numerator: { zh: '新登记和重新办理的信访件', en: 'Cases registered or opened again' },
  window: { zh: '登记、重开时间在期内', en: 'Registered or reopened in the period' },
  source: { zh: '控增量、减存量', en: 'Practice: hold the increase, reduce the stock' },
  ...DEMAND,
  items: (facts, window) => happened(facts, window, ...OPENING).map(() => item(facts, facts.receiver)),
  sql: `${itemOf('e.case_id', 'c.receiver')} FROM ${happenedIn(...OPENING)} ${itsCase}`,
});
