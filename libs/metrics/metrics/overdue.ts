import { DUTIES, FAILING, defineMetric } from '../define';
import { item } from '../pure';
import { itemOf } from '../sql';
import { OVERDUE, overdueAt } from '../overdue-at';

export const overdue = defineMetric({
  id: 'overdue',
  name: { zh: '逾期未履行职责', en: 'Overdue duties' },
  measure: 'count',
  unit: DUTIES,
  numerator: { zh: '已到期尚未履行的职责', en: 'Duties past their due time and not met' },
  window: { zh: '期末时点', en: 'The end of the period' },
  exclusions: { zh: '中止计时的职责', en: 'Duties that stand still' },
  source: { zh: '日清单', en: 'Practice: the daily list' },
  ...FAILING,
  items: (facts, { until }) => overdueAt(facts, until).map(({ owner }) => item(facts, owner)),
  sql: `${itemOf('d.case_id', 'd.owner')} FROM w JOIN views.duty_board d ON ${OVERDUE}`,
});
