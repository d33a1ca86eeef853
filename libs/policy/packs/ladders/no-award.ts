import type { Ladder } from '../../ladder';

const talk = { by: ['party-secretary'], with: ['office-head'], within_days: 15 } as const;

/** (c) Circular, talk, a second talk and no award that year, key management with rectification by a date, pursuit. */
export const noAward: Ladder = {
  id: 'no-award',
  source: {
    zh: '实践做法：通报、约谈、一年内约谈两次取消当年评优资格、重点管理并限期整改、追责；次数、期限为本地设定',
    en: 'Practice: circular, talk, talked to twice = no award that year, key management and time-limited rectification, pursuit; counts and periods are local settings',
  },
  window: { unit: 'days', amount: 365 },
  noAwardAfterTalks: 2,
  comeDownAfter_days: 90,
  rungs: [
    {
      id: 'circular',
      name: { zh: '通报', en: 'Circular' },
      faults: 1,
      measures: [{ measure: 'circular', within_days: 10 }],
    },
    { id: 'talk', name: { zh: '约谈', en: 'Talk' }, faults: 2, talk },
    { id: 'second-talk', name: { zh: '再次约谈', en: 'Second talk' }, faults: 3, talk },
    {
      id: 'key-management',
      name: { zh: '重点管理、限期整改', en: 'Key management and time-limited rectification' },
      faults: 4,
      keyManagement: true,
      rectification: { within_days: 60 },
    },
    {
      id: 'pursuit',
      name: { zh: '追责', en: 'Pursuit of responsibility' },
      faults: 5,
      measures: [{ measure: 'pursuit', within_days: 15 }],
    },
  ],
};
