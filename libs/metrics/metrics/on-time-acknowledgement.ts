import { onTime } from '../on-time';

export const onTimeAcknowledgement = onTime({
  id: 'on-time-acknowledgement',
  name: { zh: '按期告知率', en: 'Acknowledged on time' },
  source: { zh: '《信访工作条例》第二十三条', en: 'Regulations on Petition Work (2022), Art. 23' },
  rules: ['acknowledge'],
});
