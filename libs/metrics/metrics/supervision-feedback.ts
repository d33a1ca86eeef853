import { onTime } from '../on-time';

export const supervisionFeedback = onTime({
  id: 'supervision-feedback',
  name: { zh: '督办按期反馈率', en: 'Supervision answered on time' },
  source: { zh: '《信访工作条例》第四十条', en: 'Regulations on Petition Work (2022), Art. 40' },
  rules: ['supervision-reply'],
});
