import type { Ladder } from '../../ladder';

/** (e) Among the two worst in consecutive monthly circulars: the deputy in charge is talked to, then the head. */
export const consecutiveCirculars: Ladder = {
  id: 'consecutive-circulars',
  source: {
    zh: '实践做法：连续通报排名末两位的，约谈分管负责人，再约谈主要负责人；所排指标、期限为本地设定',
    en: 'Practice: among the two worst in consecutive circulars: talk with the deputy in charge, then with the head; what is ranked and the periods are local settings',
  },
  window: { unit: 'days', amount: 365 },
  ranking: { ranks: 'late-answers', every: 'month', worst: 2, consecutive: true },
  comeDownAfter_days: 60,
  rungs: [
    {
      id: 'deputy-talk',
      name: { zh: '约谈分管负责人', en: 'Talk with the deputy in charge' },
      placings: 2,
      talk: { by: ['deputy-party-secretary'], with: ['deputy-in-charge'], within_days: 15 },
    },
    {
      id: 'head-talk',
      name: { zh: '约谈主要负责人', en: 'Talk with the head' },
      placings: 3,
      talk: { by: ['party-secretary'], with: ['office-head'], within_days: 15 },
    },
  ],
};
