import type { CountedPeriod, DutyRule, Text } from '../pack';
import { stepsInDays } from './steps';

/* Directions for litigation, who handles a case that nobody wants, helpers and recusals. Periods are local settings. */

const article = (zh: string, en: string, days: { zh: string; en: string }): Text => ({
  zh: `《信访工作条例》第${zh}条；${days.zh}为本地设定`,
  en: `Regulations on Petition Work (2022), Art. ${en}; ${days.en} is a local setting`,
});

/** 协办、吹哨报到: whoever is called in helps, and whoever called assesses it. */
export const helpDuties: readonly DutyRule[] = [
  {
    id: 'help',
    name: { zh: '协办、吹哨报到', en: 'Help the lead office' },
    source: article('二十四', '24', { zh: '5个工作日', en: '5 working days' }),
    kind: 'duty',
    raisedBy: [{ event: 'HelpCalled' }],
    each: { key: 'helper' },
    owner: { field: 'helper' },
    overseer: { field: 'by' },
    period: { field: 'within_workingDays', otherwise: { unit: 'working-days', amount: 5 } },
    dischargedBy: [{ event: 'HelpGiven' }],
    cancelledBy: [{ event: 'CaseClosed' }, { event: 'CaseTakenBack' }, { event: 'ObjectionUpheld' }],
    escalation: stepsInDays({ remind: 1, supervise: 3, review: 10 }),
  },
  {
    id: 'assess-help',
    name: { zh: '评价协办情况', en: 'Assess the help' },
    source: {
      zh: '吹哨报到；5个工作日为本地设定',
      en: 'Whistle and report; 5 working days is a local setting',
    },
    kind: 'duty',
    raisedBy: [{ event: 'HelpGiven' }],
    each: { key: 'helper' },
    owner: { role: 'handler' },
    overseer: { role: 'petition-department' },
    period: { unit: 'working-days', amount: 5 },
    dischargedBy: [{ event: 'HelpAssessed' }],
    cancelledBy: [{ event: 'CaseTakenBack' }, { event: 'ObjectionUpheld' }],
    escalation: stepsInDays({ remind: 1 }),
  },
];

/** Whoever is asked to handle a case says whether it does. */
export const answerOffer = (source: Text, period: CountedPeriod): DutyRule => ({
  id: 'answer-offer',
  name: { zh: '答复协商受理', en: 'Answer whether it handles the case' },
  source,
  kind: 'duty',
  raisedBy: [{ event: 'HandlingOffered' }],
  owner: { field: 'to' },
  overseer: { role: 'petition-department' },
  period,
  dischargedBy: [{ event: 'HandlingTaken' }, { event: 'HandlingDeclined' }],
  cancelledBy: [
    { event: 'CaseObjected' },
    { event: 'CaseAccepted' },
    { event: 'CaseTakenBack' },
    { event: 'CaseClosed' },
  ],
  escalation: stepsInDays({ remind: 1, supervise: 3 }),
});

/** What offices do not agree on is decided by the common superior. */
export const determineHandler = (source: Text, period: CountedPeriod): DutyRule => ({
  id: 'determine-handler',
  name: { zh: '指定承办单位', en: 'Say who handles it' },
  source,
  kind: 'duty',
  raisedBy: [{ event: 'DeadlockReferred' }],
  owner: { field: 'to' },
  overseer: { field: 'to' },
  period,
  dischargedBy: [{ event: 'HandlerDetermined' }],
  cancelledBy: [{ event: 'CaseDirected' }],
  escalation: stepsInDays({ remind: 2, supervise: 3, review: 10 }),
});

export const sendingDuties: readonly DutyRule[] = [
  {
    id: 'give-directions',
    name: { zh: '引导诉讼类事项', en: 'Direct litigation-type claims' },
    source: article('三十一', '31', { zh: '15日', en: '15 days' }),
    kind: 'duty',
    raisedBy: [{ event: 'CaseSorted', where: { litigation: true } }],
    owner: { field: 'by' },
    overseer: { field: 'by' },
    period: { unit: 'days', amount: 15 },
    dischargedBy: [{ event: 'ClaimsDirected' }],
    escalation: stepsInDays({ remind: 3, supervise: 3, review: 10 }),
  },
  answerOffer(article('二十四', '24', { zh: '3个工作日', en: '3 working days' }), {
    unit: 'working-days',
    amount: 3,
  }),
  determineHandler(article('二十四', '24', { zh: '10个工作日', en: '10 working days' }), {
    unit: 'working-days',
    amount: 10,
  }),
  ...helpDuties,
  {
    id: 'decide-recusal',
    name: { zh: '决定回避申请', en: 'Decide on a recusal' },
    source: article('二十八', '28', { zh: '3个工作日', en: '3 working days' }),
    kind: 'duty',
    option: 'recusal-on-request',
    raisedBy: [{ event: 'RecusalAsked' }],
    owner: { field: 'by' },
    overseer: { field: 'by' },
    period: { unit: 'working-days', amount: 3 },
    dischargedBy: [{ event: 'RecusalGranted' }, { event: 'RecusalRefused' }],
    escalation: stepsInDays({ remind: 1, supervise: 3 }),
  },
];
