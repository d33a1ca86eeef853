import type { DutyRule, Text } from '../pack';
import { stepsInDays } from './steps';

const local = (zh: string, en: string): Text => ({ zh: `本地设定：${zh}`, en: `Local setting: ${en}` });

/** What the three kinds of advice (三项建议) ask for; `feedback` names where the 30 days of the answer come from. */
export const adviceDuties = (feedback: Text): readonly DutyRule[] => [
  {
    id: 'answer-advice',
    name: { zh: '书面反馈建议', en: 'Answer the advice in writing' },
    source: feedback,
    kind: 'duty',
    raisedBy: [{ event: 'AdviceGiven' }],
    owner: { field: 'office' },
    overseer: { field: 'adviser' },
    period: { unit: 'days', amount: 30 },
    dischargedBy: [{ event: 'AdviceAdopted' }, { event: 'AdvicePartlyAdopted' }, { event: 'AdviceRefused' }],
    cancelledBy: [{ event: 'AdviceClosed' }],
    escalation: stepsInDays({ remind: 5 }),
  },
  {
    id: 'explain-refusal',
    name: { zh: '说明不采纳的理由', en: 'Say why the advice is refused' },
    source: {
      zh: '本地设定（北京2006）：3个工作日内说明理由',
      en: 'Local setting (Beijing 2006): reasons within 3 working days',
    },
    kind: 'duty',
    option: 'advice-refusal-reasons',
    raisedBy: [{ event: 'AdviceRefused', where: { explained: false } }],
    owner: { field: 'office' },
    overseer: { field: 'adviser' },
    period: { unit: 'working-days', amount: 3 },
    dischargedBy: [{ event: 'RefusalExplained' }],
    cancelledBy: [{ event: 'AdviceClosed' }],
    escalation: stepsInDays({ remind: 1 }),
  },
  {
    id: 'carry-out-advice',
    name: { zh: '落实所采纳的建议', en: 'Carry out what was adopted' },
    source: local('以单位承诺的期限为准，未承诺的60日', 'as the office says; 60 days where it says nothing'),
    kind: 'duty',
    raisedBy: [{ event: 'AdviceAdopted' }, { event: 'AdvicePartlyAdopted' }, { event: 'AdviceReturned' }],
    owner: { field: 'office' },
    overseer: { field: 'adviser' },
    period: { field: 'within_days', otherwise: { unit: 'days', amount: 60 } },
    dischargedBy: [{ event: 'AdviceCarriedOut' }],
    cancelledBy: [{ event: 'AdviceClosed' }],
    escalation: stepsInDays({ remind: 7 }),
  },
  {
    id: 'check-advice',
    name: { zh: '核查建议落实情况', en: 'Look at what was carried out' },
    source: local('15日', '15 days'),
    kind: 'duty',
    raisedBy: [{ event: 'AdviceCarriedOut' }],
    owner: { field: 'adviser' },
    overseer: { field: 'adviser' },
    period: { unit: 'days', amount: 15 },
    dischargedBy: [{ event: 'AdviceClosed' }, { event: 'AdviceReturned' }],
    escalation: stepsInDays({ remind: 3 }),
  },
];
