import type { Ladder } from '../../ladder';

/** (d) Quarterly rank of what offices owe: circular, rectification, admonitory talk, accountability. */
export const quarterlyRank: Ladder = {
  id: 'quarterly-rank',
  source: {
    zh: '实践做法：季度排名、通报、整改、谈话诫勉、问责；名次、次数、期限为本地设定',
    en: 'Practice: quarterly rank, circular, rectification, admonitory talk, accountability; places, counts and periods are local settings',
  },
  window: { unit: 'days', amount: 365 },
  ranking: { ranks: 'overdue-duties', every: 'quarter', worst: 3 },
  comeDownAfter_days: 90,
  rungs: [
    {
      id: 'circular',
      name: { zh: '通报', en: 'Circular' },
      placings: 1,
      measures: [{ measure: 'circular', within_days: 10 }],
    },
    {
      id: 'rectification',
      name: { zh: '限期整改', en: 'Time-limited rectification' },
      placings: 2,
      rectification: { within_days: 60 },
    },
    {
      id: 'admonitory-talk',
      name: { zh: '谈话诫勉', en: 'Admonitory talk' },
      placings: 3,
      talk: { by: ['discipline-secretary'], with: ['office-head'], within_days: 15 },
    },
    {
      id: 'accountability',
      name: { zh: '问责', en: 'Accountability' },
      placings: 4,
      measures: [{ measure: 'pursuit', within_days: 15 }],
    },
  ],
};
