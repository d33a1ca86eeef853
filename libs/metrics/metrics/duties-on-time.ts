import { onTime } from '../on-time';

export const dutiesOnTime = onTime({
  id: 'duties-on-time',
  name: { zh: '职责按期履行率（全部）', en: 'All duties on time' },
  source: { zh: '所采用的政策包中的全部职责', en: 'Every duty of the adopted policy packs' },
});
