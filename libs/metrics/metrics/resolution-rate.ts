import { calledBack } from '../called-back';

export const resolutionRate = calledBack({
  id: 'resolution-rate',
  name: { zh: '解决率', en: 'Resolution rate' },
  question: 'solved',
  numerator: { zh: '其中回答“已解决”的', en: 'Those who said that it was solved' },
});
