import { calledBack } from '../called-back';
import { defineMetric, OPINION, PERCENT } from '../define';

export const resolutionRate = defineMetric({
  id: 'resolution-rate',
  name: { zh: '解决率', en: 'Resolution rate' },
  measure: 'share',
  unit: PERCENT,
  numerator: { zh: '其中回答“已解决”的', en: 'Those who said that it was solved' },
  denominator: { zh: '回访', en: 'Callbacks' },
  window: { zh: '回访时间在期内', en: 'Called back in the period' },
  source: {
    zh: '接诉即办“三率”：响应率、解决率、满意率',
    en: 'Swift response to calls: the three rates of response, resolution and satisfaction',
  },
  ...OPINION,
  ...calledBack('solved'),
});
