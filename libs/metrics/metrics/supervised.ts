import { FAILING, TIMES, defineMetric } from '../define';
import { happened, item } from '../pure';
import { happenedIn, itemOf } from '../sql';

export const supervised = defineMetric({
  id: 'supervised',
  name: { zh: '督办', en: 'Supervision orders' },
  measure: 'count',
  unit: TIMES,
  numerator: { zh: '对该单位发出的督办', en: 'Supervision orders to the office' },
  window: { zh: '发出时间在期内', en: 'Ordered in the period' },
  source: { zh: '《信访工作条例》第四十、四十一条', en: 'Regulations on Petition Work (2022), Art. 40–41' },
  ...FAILING,
  items: (facts, window) =>
    happened(facts, window, 'SupervisionOrdered').map(({ data }) => item(facts, data.office)),
  sql: `${itemOf('e.case_id', `e.summary ->> 'office'`)} FROM ${happenedIn('SupervisionOrdered')}`,
});
