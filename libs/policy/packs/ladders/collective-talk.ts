import type { Ladder } from '../../ladder';

/**
 * (b) First the discipline and the political-legal secretaries talk, then a collective talk that the organisation
 * department joins, then the unit is under key management. In a heightened period one fault is talked about by all.
 */
export const collectiveTalk: Ladder = {
  id: 'collective-talk',
  source: {
    zh: '实践做法：纪委、政法委书记约谈，组织部参加的集体约谈，单位列入重点管理；敏感期从严；日期和期限为本地设定',
    en: 'Practice: talk by the discipline and political-legal secretaries, collective talk with the organisation department, key management; stricter in heightened periods; days and periods are local settings',
  },
  window: { unit: 'days', amount: 365 },
  heightened: [
    { name: { zh: '2026年全国两会', en: 'National sessions of 2026' }, from: '2026-03-01', to: '2026-03-15' },
    { name: { zh: '2026年国庆节', en: 'National Day of 2026' }, from: '2026-09-25', to: '2026-10-08' },
  ],
  comeDownAfter_days: 90,
  rungs: [
    {
      id: 'two-secretaries-talk',
      name: {
        zh: '纪委书记、政法委书记约谈',
        en: 'Talk by the discipline and political-legal secretaries',
      },
      faults: 1,
      talk: {
        by: ['discipline-secretary', 'political-legal-secretary'],
        with: ['county-head'],
        within_days: 15,
      },
    },
    {
      id: 'collective-talk',
      name: { zh: '集体约谈', en: 'Collective talk' },
      faults: 2,
      heightenedFaults: 1,
      talk: {
        by: ['discipline-secretary', 'political-legal-secretary', 'organisation-head'],
        with: ['county-head', 'deputy-in-charge'],
        collective: true,
        within_days: 15,
      },
    },
    {
      id: 'key-management',
      name: { zh: '单位列入重点管理', en: 'The unit is under key management' },
      faults: 3,
      heightenedFaults: 2,
      keyManagement: true,
      rectification: { within_days: 90 },
    },
  ],
};
