import type { DutyRule, EventSelector, Period, Text } from '../pack';
import { takenAway } from './case';
import { stepsInDays } from './steps';

/* What is owed between an answer and the end of the case. Offsets of the steps are local settings. */

/** Where a pack's regulations say it. */
export interface ClosingArticles {
  opinion(local?: Text): Text;
  settlement(local?: Text): Text;
  hearing(local?: Text): Text;
  review(local?: Text): Text;
  reReview(local?: Text): Text;
}

const days = (amount: number): Extract<Period, { unit: 'days' }> => ({ unit: 'days', amount });
const setAside: EventSelector = { event: 'AnswerSetAside' };
const undone = [...takenAway, setAside];
/** 拒不执行信访处理意见 (Art. 40). */
const refusedOpinion = stepsInDays({ remind: 3, supervise: 3, review: 10, trigger: 'refused-opinion' });
const handler = { field: 'by' } as const;
const overseer = { role: 'petition-department' } as const;

/** The petitioner is told, and what the opinion supports is carried out by the day that it names. */
export const fulfilmentDuties = (cite: ClosingArticles): readonly DutyRule[] => [
  {
    id: 'deliver-answer',
    name: { zh: '送达答复（办而不告为失职）', en: 'Deliver the answer (done but nobody told is a fault)' },
    source: cite.opinion({ zh: '5个工作日', en: '5 working days' }),
    kind: 'duty',
    raisedBy: [{ event: 'CaseAnswered', where: { told: false } }],
    owner: handler,
    overseer,
    period: { unit: 'working-days', amount: 5 },
    dischargedBy: [{ event: 'AnswerDelivered' }],
    cancelledBy: undone,
    escalation: stepsInDays({ remind: 1, supervise: 3, review: 10 }),
  },
  {
    id: 'carry-out',
    name: { zh: '落实处理意见', en: 'Carry out what the opinion supports' },
    source: cite.opinion({
      zh: '以处理意见载明的日期为准，未载明的30日',
      en: 'the day that the opinion names, 30 days where it names none,',
    }),
    kind: 'duty',
    raisedBy: [{ event: 'CaseAnswered' }],
    each: { list: 'outcomes', key: 'claim' },
    owner: handler,
    overseer,
    period: { until: 'carryOutBy' },
    dischargedBy: [{ event: 'ClaimCarriedOut' }],
    cancelledBy: undone,
    escalation: refusedOpinion,
  },
  {
    id: 'instalment',
    name: { zh: '履行协议分期', en: 'Keep an instalment of the agreement' },
    source: cite.settlement({ zh: '以协议约定的日期为准', en: 'the day that the agreement names' }),
    kind: 'duty',
    raisedBy: [{ event: 'AgreementMade' }],
    each: { list: 'instalments', key: 'instalment' },
    owner: handler,
    overseer,
    period: { until: 'dueOn' },
    dischargedBy: [{ event: 'InstalmentKept' }],
    escalation: stepsInDays({ remind: 5, supervise: 3, review: 10, trigger: 'missed-instalment' }),
  },
  {
    id: 'end-mediation',
    name: { zh: '办结调解', en: 'End the mediation' },
    source: cite.settlement({ zh: '30日', en: '30 days' }),
    kind: 'duty',
    raisedBy: [{ event: 'MediationBegan' }],
    owner: handler,
    overseer,
    period: days(30),
    dischargedBy: [{ event: 'MediationEnded' }],
    escalation: stepsInDays({ remind: 3, supervise: 7 }),
  },
];

const hearings = (cite: ClosingArticles): readonly DutyRule[] => [
  {
    id: 'hold-hearing',
    name: { zh: '按通知日期举行听证', en: 'Hold the hearing on the day announced' },
    source: cite.hearing({ zh: '以听证通知的日期为准', en: 'the day announced' }),
    kind: 'duty',
    raisedBy: [{ event: 'HearingAnnounced' }],
    owner: handler,
    overseer,
    period: { until: 'heldOn' },
    dischargedBy: [{ event: 'HearingBegan' }],
    escalation: stepsInDays({ remind: 2, supervise: 3 }),
  },
  {
    id: 'hearing-record',
    name: { zh: '形成听证记录和结论', en: 'End the hearing with its record' },
    source: cite.hearing({ zh: '5个工作日', en: '5 working days' }),
    kind: 'duty',
    raisedBy: [{ event: 'HearingBegan' }],
    owner: handler,
    overseer,
    period: { unit: 'working-days', amount: 5 },
    dischargedBy: [{ event: 'HearingEnded' }],
    escalation: stepsInDays({ remind: 1, supervise: 3 }),
  },
];

const windows = (cite: ClosingArticles): readonly DutyRule[] => [
  {
    id: 'ask-review',
    name: { zh: '申请复查', en: 'Ask for a review' },
    source: cite.review(),
    kind: 'window',
    raisedBy: [{ event: 'CaseAnswered', where: { told: true } }, { event: 'AnswerDelivered' }],
    owner: overseer,
    overseer,
    period: days(30),
    dischargedBy: [{ event: 'ReviewAsked', where: { stage: 'review' } }],
    cancelledBy: [setAside, { event: 'CaseReopened' }],
    escalation: [],
  },
  {
    id: 'ask-re-review',
    name: { zh: '申请复核', en: 'Ask for a re-review' },
    source: cite.reReview(),
    kind: 'window',
    raisedBy: [
      { event: 'ReviewDecided', where: { stage: 'review', outcome: 'uphold' } },
      { event: 'ReviewDecided', where: { stage: 'review', outcome: 'change' } },
    ],
    owner: overseer,
    overseer,
    period: days(30),
    dischargedBy: [{ event: 'ReviewAsked', where: { stage: 're-review' } }],
    cancelledBy: [setAside, { event: 'CaseReopened' }],
    escalation: [],
  },
];

const decisions = (cite: ClosingArticles): readonly DutyRule[] => [
  {
    id: 'review',
    name: { zh: '作出复查意见', en: 'Decide the review' },
    source: cite.review(),
    kind: 'duty',
    raisedBy: [{ event: 'ReviewAsked', where: { stage: 'review' } }],
    owner: { field: 'to' },
    overseer,
    period: days(30),
    dischargedBy: [{ event: 'ReviewDecided', where: { stage: 'review' } }],
    escalation: stepsInDays({ remind: 5, supervise: 3, review: 10 }),
  },
  {
    id: 're-review',
    name: { zh: '作出复核意见', en: 'Decide the re-review' },
    source: cite.reReview(),
    kind: 'duty',
    raisedBy: [{ event: 'ReviewAsked', where: { stage: 're-review' } }],
    owner: { field: 'to' },
    overseer,
    period: days(30),
    dischargedBy: [{ event: 'ReviewDecided', where: { stage: 're-review' } }],
    // The time of a hearing is not counted: the only statutory pause.
    pausedBy: { begin: 'HearingBegan', end: 'HearingEnded' },
    escalation: stepsInDays({ remind: 5, supervise: 3, review: 10 }),
  },
];

const afterADecision = (cite: ClosingArticles): readonly DutyRule[] => [
  {
    id: 'answer-again',
    name: { zh: '重新作出处理意见', en: 'Answer again' },
    source: cite.review({ zh: '30日', en: '30 days' }),
    kind: 'duty',
    raisedBy: [setAside],
    owner: { field: 'office' },
    overseer,
    period: days(30),
    dischargedBy: [{ event: 'CaseAnswered' }],
    cancelledBy: takenAway,
    escalation: refusedOpinion,
  },
  {
    id: 'carry-out-changed',
    name: { zh: '落实变更后的意见', en: 'Carry out what the review changed' },
    source: cite.review({
      zh: '以复查复核意见载明的日期为准',
      en: 'the day that the review names',
    }),
    kind: 'duty',
    raisedBy: [{ event: 'ReviewDecided', where: { outcome: 'change' } }],
    each: { list: 'outcomes', key: 'claim' },
    owner: { field: 'office' },
    overseer,
    period: { until: 'carryOutBy' },
    dischargedBy: [{ event: 'ClaimCarriedOut' }],
    cancelledBy: [setAside, { event: 'CaseReopened' }],
    escalation: refusedOpinion,
  },
  {
    id: 'final-paper',
    name: { zh: '出具终结文书', en: 'Issue the final paper' },
    source: cite.reReview({ zh: '15日', en: '15 days' }),
    kind: 'duty',
    raisedBy: [
      { event: 'ReviewDecided', where: { stage: 're-review', outcome: 'uphold' } },
      { event: 'ReviewDecided', where: { stage: 're-review', outcome: 'change' } },
    ],
    owner: handler,
    overseer,
    period: days(15),
    dischargedBy: [{ event: 'FinalPaperIssued' }],
    cancelledBy: [{ event: 'CaseReopened' }],
    escalation: stepsInDays({ remind: 3, supervise: 3, review: 10 }),
  },
];

/** 复查、复核、三级终结. */
export const reviewDuties = (cite: ClosingArticles): readonly DutyRule[] =>
  [windows, decisions, afterADecision, hearings].flatMap((part) => part(cite));

/** 接诉即办: once the order is closed, the caller is asked whether it was answered, solved and to their satisfaction. */
export const callback: DutyRule = {
  id: 'callback',
  name: { zh: '回访来电人', en: 'Call the caller back' },
  source: {
    zh: '接诉即办；办结后7日为本地设定',
    en: 'Swift response to calls; 7 days after closing is a local setting',
  },
  kind: 'duty',
  raisedBy: [{ event: 'CaseClosed' }],
  owner: overseer,
  overseer,
  period: days(7),
  dischargedBy: [{ event: 'CalledBack' }],
  cancelledBy: [{ event: 'CaseReopened' }],
  escalation: stepsInDays({ remind: 1, supervise: 7 }),
};
