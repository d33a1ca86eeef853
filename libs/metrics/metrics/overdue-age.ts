import { DAYS, FAILING, defineMetric } from '../define';
import { daysBetween, item } from '../pure';
import { daysBetweenSql, itemOf } from '../sql';
import { OVERDUE, overdueAt } from '../overdue-at';

export const overdueAge = defineMetric({
  id: 'overdue-age',
  name: { zh: '逾期日数', en: 'Days overdue' },
  measure: 'spread',
  unit: DAYS,
  numerator: {
    zh: '自到期至期末的日数，中位数与九成位',
    en: 'Days from the due time to the end of the period: median and ninth decile',
  },
  window: { zh: '期末时点', en: 'The end of the period' },
  exclusions: { zh: '中止计时的职责', en: 'Duties that stand still' },
  source: { zh: '日清单', en: 'Practice: the daily list' },
  ...FAILING,
  items: (facts, { until }) =>
    overdueAt(facts, until).map(({ owner, dueAt }) => item(facts, owner, true, daysBetween(dueAt, until))),
  sql: `${itemOf('d.case_id', 'd.owner', 'true', daysBetweenSql('d.due_at', 'w.until'))}
    FROM w JOIN views.duty_board d ON ${OVERDUE}`,
});
