import { onTime } from '../on-time';

export const onTimeSorting = onTime({
  id: 'on-time-sorting',
  name: { zh: '按期登记分流率', en: 'Sorted and sent on time' },
  source: { zh: '《信访工作条例》第二十二条', en: 'Regulations on Petition Work (2022), Art. 22' },
  rules: ['sort-and-send', 'forward-simple', 'send-again'],
});
