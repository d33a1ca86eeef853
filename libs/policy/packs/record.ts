import type { CountedPeriod, DutyRule, EventSelector, Text } from '../pack';
import { stepsInDays } from './steps';

/** The receiver has nothing to send any more: the case is handled in another one, or there was none. */
export const handledElsewhere: readonly EventSelector[] = [
  { event: 'CaseClosed' },
  { event: 'CaseMerged' },
  { event: 'RegistrationStruck' },
];

const local = (zh: string, en: string): Text => ({ zh: `本地设定：${zh}`, en: `Local setting: ${en}` });

/** What the receiver owes on the record itself: each dispute is settled, and who was merged is told. */
export const recordDuties = (dispute: CountedPeriod, outcome: CountedPeriod): readonly DutyRule[] => [
  {
    id: 'settle-dispute',
    name: { zh: '核实记录异议', en: 'Settle the dispute about the record' },
    source: local('收到异议后核实答复的期限', 'the period in which a dispute is looked into'),
    kind: 'duty',
    raisedBy: [{ event: 'RecordDisputed' }],
    each: { key: 'dispute' },
    owner: { role: 'receiver' },
    overseer: { role: 'receiver' },
    period: dispute,
    dischargedBy: [{ event: 'DisputeSettled' }],
    escalation: stepsInDays({ remind: 1, supervise: 3, review: 10 }),
  },
  {
    id: 'tell-lead-outcome',
    name: { zh: '告知并案办理结果', en: 'Tell the outcome of the lead case' },
    source: local('并案后告知信访人的期限', 'the period in which a petitioner whose case was merged is told'),
    kind: 'duty',
    raisedBy: [{ event: 'CaseMerged' }],
    owner: { field: 'by' },
    overseer: { field: 'by' },
    period: outcome,
    dischargedBy: [{ event: 'LeadOutcomeTold' }],
    cancelledBy: [{ event: 'CaseSplit' }],
    escalation: stepsInDays({ remind: 3, supervise: 3, review: 10 }),
  },
];
