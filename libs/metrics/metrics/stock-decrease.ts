import { CASES, DUTY, defineMetric } from '../define';
import { happened, item } from '../pure';
import { happenedIn, itemOf, itsCase } from '../sql';
import { CLOSING } from '../stock';

export const stockDecrease = defineMetric({
  id: 'stock-decrease',
  name: { zh: '减量（办结）', en: 'Decrease of the stock' },
  measure: 'count',
  unit: CASES,
  numerator: {
    zh: '办结、引导办结、随主件办结的信访件',
    en: 'Cases closed, directed elsewhere, or closed with their lead case',
  },
  window: { zh: '办结时间在期内', en: 'Closed in the period' },
  source: { zh: '控增量、减存量', en: 'Practice: hold the increase, reduce the stock' },
  ...DUTY,
  items: (facts, window) => happened(facts, window, ...CLOSING).map(() => item(facts, facts.receiver)),
  sql: `${itemOf('e.case_id', 'c.receiver')} FROM ${happenedIn(...CLOSING)} ${itsCase}`,
});
