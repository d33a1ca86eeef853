import { FAILING, PERCENT, defineMetric } from '../define';
import { happened, item } from '../pure';
import { happenedIn, itemOf } from '../sql';

export const reviewOverturn = defineMetric({
  id: 'review-overturn',
  name: { zh: '复查复核改变率', en: 'Opinions overturned on review' },
  measure: 'share',
  unit: PERCENT,
  numerator: { zh: '其中撤销、变更、责令重作的', en: 'Those revoked, changed or ordered redone' },
  denominator: { zh: '对该单位处理意见的复查、复核意见', en: 'Decisions on the office’s opinion' },
  window: { zh: '作出时间在期内', en: 'Decided in the period' },
  source: { zh: '《信访工作条例》第三十五、三十六条', en: 'Regulations on Petition Work (2022), Art. 35–36' },
  ...FAILING,
  items: (facts, window) =>
    happened(facts, window, 'ReviewDecided').map(({ data }) =>
      item(facts, data.office, data.outcome !== 'uphold'),
    ),
  sql: `${itemOf('e.case_id', `e.summary ->> 'office'`, `e.summary ->> 'outcome' <> 'uphold'`)} FROM ${happenedIn('ReviewDecided')}`,
});
