import { onTime } from '../on-time';

export const onTimeAcceptance = onTime({
  id: 'on-time-acceptance',
  name: { zh: '按期受理率', en: 'Accepted on time' },
  source: {
    zh: '《信访工作条例》第二十三条；简易办理为3个工作日',
    en: 'Regulations on Petition Work (2022), Art. 23; 3 working days under the simple procedure',
  },
  rules: ['accept', 'accept-simple'],
});
