import { calledBack } from '../called-back';

export const responseRate = calledBack({
  id: 'response-rate',
  name: { zh: '响应率', en: 'Response rate' },
  question: 'responded',
  numerator: { zh: '其中回答“已联系”的', en: 'Those who said that they were answered' },
});
