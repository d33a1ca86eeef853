import { FAILING, TIMES, defineMetric } from '../define';
import { happened, item } from '../pure';
import { happenedIn, itemOf } from '../sql';

export const breaches = defineMetric({
  id: 'breaches',
  name: { zh: '超期（已记录）', en: 'Breaches recorded' },
  measure: 'count',
  unit: TIMES,
  numerator: { zh: '记录的超期', en: 'Breaches recorded' },
  window: { zh: '记录时间在期内', en: 'Recorded in the period' },
  source: {
    zh: '超期自动记录，升级督办',
    en: 'Practice: what is missed is recorded by itself and escalates',
  },
  ...FAILING,
  items: (facts, window) =>
    happened(facts, window, 'DutyBreached').map(({ data }) => item(facts, data.office)),
  sql: `${itemOf('e.case_id', `e.summary ->> 'office'`)} FROM ${happenedIn('DutyBreached')}`,
});
