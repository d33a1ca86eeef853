import { DAYS, FAILING, defineMetric } from '../define';
import { daysBetween, eventsOf, item } from '../pure';
import { daysBetweenSql, itemOf } from '../sql';
import { isOpen, lastTurnBefore, openBefore } from '../stock';

export const backlogAge = defineMetric({
  id: 'backlog-age',
  name: { zh: '存量件龄', en: 'Age of the backlog' },
  measure: 'spread',
  unit: DAYS,
  numerator: {
    zh: '自登记起至期末的日数，中位数与九成位',
    en: 'Days from registration to the end of the period: median and ninth decile',
  },
  window: { zh: '期末时点', en: 'The end of the period' },
  source: { zh: '控增量、减存量', en: 'Practice: hold the increase, reduce the stock' },
  ...FAILING,
  items: (facts, { until }) => {
    const [registered] = eventsOf(facts, 'CaseRegistered');
    return openBefore(facts, until)
      ? [item(facts, facts.receiver, true, daysBetween(registered!.occurredAt, until))]
      : [];
  },
  sql: `${itemOf('o.case_id', 'c.receiver', 'true', daysBetweenSql('c.registered_at', 'w.until'))}
    FROM ${lastTurnBefore('w.until')} JOIN views.case_list c ON c.id = o.case_id WHERE ${isOpen('o.type')}`,
});
