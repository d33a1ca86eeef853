import { calledBack } from '../called-back';
import { defineMetric, OPINION, PERCENT } from '../define';

export const responseRate = defineMetric({
  id: 'response-rate',
  name: { zh: '响应率', en: 'Response rate' },
  measure: 'share',
  unit: PERCENT,
  numerator: { zh: '其中回答“已联系”的', en: 'Those who said that they were answered' },
  denominator: { zh: '回访', en: 'Callbacks' },
  window: { zh: '回访时间在期内', en: 'Called back in the period' },
  source: {
    zh: '接诉即办“三率”：响应率、解决率、满意率',
    en: 'Swift response to calls: the three rates of response, resolution and satisfaction',
  },
  ...OPINION,
  ...calledBack('responded'),
});
