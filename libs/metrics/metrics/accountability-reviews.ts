import { FAILING, TIMES, defineMetric } from '../define';
import { happened, item } from '../pure';
import { happenedIn, itemOf } from '../sql';

export const accountabilityReviews = defineMetric({
  id: 'accountability-reviews',
  name: { zh: '责任倒查', en: 'Accountability reviews' },
  measure: 'count',
  unit: TIMES,
  numerator: { zh: '对该单位启动的责任倒查', en: 'Reviews opened on the office' },
  window: { zh: '启动时间在期内', en: 'Opened in the period' },
  source: { zh: '《信访工作条例》第四十二、四十三条', en: 'Regulations on Petition Work (2022), Art. 42–43' },
  ...FAILING,
  items: (facts, window) =>
    happened(facts, window, 'ReviewOpened').map(({ data }) => item(facts, data.office)),
  sql: `${itemOf('e.case_id', `e.summary ->> 'office'`)} FROM ${happenedIn('ReviewOpened')}`,
});
