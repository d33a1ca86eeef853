import type { DutyRule } from '../pack';
import { stepsInDays } from './steps';

/* What a referral to discipline (移送纪检) asks for: received, answered, concluded. `referral` tells several apart. */

const common = {
  kind: 'duty',
  each: { key: 'referral' },
  owner: { field: 'to' },
  overseer: { field: 'reviewer' },
  cancelledBy: [{ event: 'ReferralWithdrawn' }],
} as const;

export const referralDuties: readonly DutyRule[] = [
  {
    ...common,
    id: 'receive-referral',
    name: { zh: '签收移送材料', en: 'Receive the referral' },
    source: { zh: '本地设定：5个工作日', en: 'Local setting: 5 working days' },
    raisedBy: [{ event: 'ReviewReferred' }],
    period: { unit: 'working-days', amount: 5 },
    dischargedBy: [{ event: 'ReferralReceiptRecorded' }],
    escalation: stepsInDays({ remind: 2 }),
  },
  {
    ...common,
    id: 'answer-referral',
    name: { zh: '反馈移送办理情况', en: 'Say what becomes of the referral' },
    source: { zh: '本地设定：30日', en: 'Local setting: 30 days' },
    raisedBy: [{ event: 'ReferralReceiptRecorded' }],
    period: { unit: 'days', amount: 30 },
    dischargedBy: [{ event: 'ReferralOutcomeRecorded' }],
    escalation: stepsInDays({ remind: 5 }),
  },
  {
    ...common,
    id: 'conclude-referral',
    name: { zh: '反馈移送处理结果', en: 'Report the outcome of the referral' },
    source: { zh: '本地设定：受理后180日', en: 'Local setting: 180 days after it was taken up' },
    raisedBy: [{ event: 'ReferralOutcomeRecorded', where: { concluded: false } }],
    period: { unit: 'days', amount: 180 },
    dischargedBy: [{ event: 'ReferralOutcomeRecorded', where: { concluded: true } }],
    escalation: stepsInDays({ remind: 15 }),
  },
];
