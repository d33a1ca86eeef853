import type { Ladder } from '../../ladder';

/** (f) Art. 39 names the rungs in this order; counts, window, posts and periods are local settings. */
export const article39Ladder: Ladder = {
  id: 'art-39',
  source: {
    zh: '《信访工作条例》第三十九条；次数、365日窗口、约谈人和期限为本地设定',
    en: 'Regulations on Petition Work, Art. 39; counts, the 365-day window, posts and periods are local settings',
  },
  window: { unit: 'days', amount: 365 },
  comeDownAfter_days: 30,
  rungs: [
    {
      id: 'talk',
      name: { zh: '约谈', en: 'Admonitory talk' },
      faults: 1,
      talk: { by: ['deputy-in-charge'], with: ['office-head'], within_days: 15 },
    },
    {
      id: 'circular',
      name: { zh: '通报', en: 'Circular' },
      faults: 2,
      measures: [{ measure: 'circular', within_days: 15 }],
    },
    {
      id: 'listed-supervision',
      name: { zh: '挂牌督办', en: 'Listed supervision' },
      faults: 3,
      measures: [{ measure: 'listed-supervision', within_days: 15 }],
    },
    {
      id: 'rectification',
      name: { zh: '责令限期整改', en: 'Time-limited rectification' },
      faults: 4,
      rectification: { within_days: 60 },
    },
  ],
};
