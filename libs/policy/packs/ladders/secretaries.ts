import type { Ladder } from '../../ladder';

/** (a) First the deputy secretary talks with the head of the county, then the secretary, then key management. */
export const secretaries: Ladder = {
  id: 'secretaries',
  source: {
    zh: '实践做法：副书记约谈、书记约谈、重点管理并组织处理；次数以外的期限为本地设定',
    en: 'Practice: talk by the deputy secretary, by the secretary, key management with organisational handling; the periods are local settings',
  },
  window: { unit: 'days', amount: 365 },
  comeDownAfter_days: 90,
  rungs: [
    {
      id: 'deputy-secretary-talk',
      name: { zh: '副书记约谈县（区）长', en: 'The deputy secretary talks with the head of the county' },
      faults: 1,
      talk: { by: ['deputy-party-secretary'], with: ['county-head'], within_days: 15 },
    },
    {
      id: 'secretary-talk',
      name: { zh: '书记约谈县（区）长', en: 'The secretary talks with the head of the county' },
      faults: 2,
      talk: { by: ['party-secretary'], with: ['county-head'], within_days: 15 },
    },
    {
      id: 'key-management',
      name: { zh: '重点管理并组织处理', en: 'Key management and organisational handling' },
      faults: 3,
      keyManagement: true,
      rectification: { within_days: 90 },
      measures: [{ measure: 'organisational-handling', within_days: 30 }],
    },
  ],
};
