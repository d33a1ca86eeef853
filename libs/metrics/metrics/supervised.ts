import type { Metric } from '../metric';
import { happened, item } from '../pure';
import { happenedIn, itemOf } from '../sql';

export const supervised: Metric = {
  id: 'supervised',
  name: { zh: '督办', en: 'Supervision orders' },
  measure: 'count',
  unit: { zh: '件', en: 'orders' },
  definition: {
    numerator: { zh: '向单位发出的督办', en: 'Supervision orders to offices' },
    window: { zh: '发出时间在期内', en: 'Ordered in the period' },
    exclusions: { zh: '已撤销的登记', en: 'Registrations that were struck' },
  },
  source: {
    zh: '《信访工作条例》第四十条、第四十一条',
    en: 'Regulations on Petition Work (2022), Art. 40 and 41',
  },
  better: 'lower',
  small: 'shown',
  items: (facts, window) =>
    happened(facts, window, 'SupervisionOrdered').map(({ data }) => item(facts, data.office)),
  sql: `${itemOf('e.case_id', `e.summary->>'office'`)} FROM ${happenedIn('SupervisionOrdered')}`,
};
