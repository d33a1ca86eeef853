import { onTime } from '../on-time';

export const promisesKept = onTime({
  id: 'promises-kept',
  name: { zh: '履约率（分期协议、答复落实）', en: 'Promises kept' },
  source: { zh: '《信访工作条例》第三十二、三十三条', en: 'Regulations on Petition Work (2022), Art. 32–33' },
  rules: ['instalment', 'carry-out', 'carry-out-changed'],
});
