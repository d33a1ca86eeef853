import { onTime } from '../on-time';

export const onTimeReview = onTime({
  id: 'on-time-review',
  name: { zh: '按期复查复核率', en: 'Reviews decided on time' },
  source: { zh: '《信访工作条例》第三十五、三十六条', en: 'Regulations on Petition Work (2022), Art. 35–36' },
  rules: ['review', 're-review', 'final-paper'],
});
