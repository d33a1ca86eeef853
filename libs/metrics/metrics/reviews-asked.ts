import { DEMAND, TIMES, defineMetric } from '../define';
import { happened, item } from '../pure';
import { happenedIn, itemOf } from '../sql';

export const reviewsAsked = defineMetric({
  id: 'reviews-asked',
  name: { zh: '复查复核申请', en: 'Reviews asked for' },
  measure: 'count',
  unit: TIMES,
  numerator: {
    zh: '对该单位处理意见提出的复查、复核申请',
    en: 'Requests to look at the office’s opinion again',
  },
  window: { zh: '申请时间在期内', en: 'Asked for in the period' },
  source: { zh: '《信访工作条例》第三十五、三十六条', en: 'Regulations on Petition Work (2022), Art. 35–36' },
  ...DEMAND,
  items: (facts, window) => happened(facts, window, 'ReviewAsked').map(({ data }) => item(facts, data.of)),
  sql: `${itemOf('e.case_id', `e.summary ->> 'of'`)} FROM ${happenedIn('ReviewAsked')}`,
});
