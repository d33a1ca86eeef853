import { calledBack } from '../called-back';

export const callbackSatisfaction = calledBack({
  id: 'callback-satisfaction',
  name: { zh: '满意率（回访）', en: 'Satisfaction on callback' },
  question: 'satisfied',
  numerator: { zh: '其中回答“满意”的', en: 'Those who said that they were satisfied' },
});
