import { calledBack } from '../called-back';
import { defineMetric, OPINION, PERCENT } from '../define';

export const callbackSatisfaction = defineMetric({
  id: 'callback-satisfaction',
  name: { zh: '满意率（回访）', en: 'Satisfaction on callback' },
  measure: 'share',
  unit: PERCENT,
  numerator: { zh: '其中回答“满意”的', en: 'Those who said that they were satisfied' },
  denominator: { zh: '回访', en: 'Callbacks' },
  window: { zh: '回访时间在期内', en: 'Called back in the period' },
  source: {
    zh: '接诉即办“三率”：响应率、解决率、满意率',
    en: 'Swift response to calls: the three rates of response, resolution and satisfaction',
  },
  ...OPINION,
  ...calledBack('satisfied'),
});
