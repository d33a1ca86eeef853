import { onTime } from '../on-time';

export const onTimeClosingReport = onTime({
  id: 'on-time-closing-report',
  name: { zh: '按期报送办结报告率', en: 'Closing reports on time' },
  source: { zh: '《信访工作条例》第二十二条', en: 'Regulations on Petition Work (2022), Art. 22' },
  rules: ['closing-report'],
});
