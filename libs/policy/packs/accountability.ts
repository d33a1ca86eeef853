import type { DutyRule } from '../pack';
import { disputeDuties } from './dispute-duties';
import { accountDuties } from './accounts';
import { ladderDuties } from './ladder-duties';
import { referralDuties } from './referral-duties';
import { supervisionDuties } from './supervision-duties';
import { targetDuties } from './target';

const remind = (days_before: number) =>
  ({ do: 'remind', offset: { unit: 'days', amount: -days_before } }) as const;
const breach = { do: 'breach', offset: { unit: 'days', amount: 0 } } as const;
const proposeFinding = { do: 'propose-finding', offset: { unit: 'days', amount: 0 } } as const;

/** What a supervision order (督办) and an accountability review (责任倒查) ask of offices: the same in every pack. */
export const accountabilityDuties: readonly DutyRule[] = [
  ...supervisionDuties,
  {
    id: 'supervision-reply',
    name: { zh: '反馈督办情况', en: 'Reply to the supervision order' },
    source: {
      zh: '《信访工作条例》第四十条；30日为本地设定（沿用2005年《信访条例》第三十六条）',
      en: 'Regulations on Petition Work, Art. 40; 30 days is a local setting (as in Art. 36 of 2005)',
    },
    kind: 'duty',
    raisedBy: [{ event: 'SupervisionOrdered' }, { event: 'ReplyReturned' }],
    owner: { field: 'office' },
    overseer: { field: 'by' },
    period: { field: 'replyWithin_days', otherwise: { unit: 'days', amount: 30 } },
    dischargedBy: [{ event: 'SupervisionReplied' }],
    cancelledBy: [{ event: 'SupervisionClosed' }],
    escalation: [remind(5), breach, { do: 'review', offset: { unit: 'days', amount: 3 } }],
  },
  {
    id: 'state-side',
    name: { zh: '陈述申辩', en: 'State its side' },
    source: { zh: '本地设定：5个工作日', en: 'Local setting: 5 working days' },
    kind: 'duty',
    raisedBy: [{ event: 'ReviewOpened' }],
    owner: { field: 'office' },
    overseer: { field: 'by' },
    period: { unit: 'working-days', amount: 5 },
    dischargedBy: [{ event: 'SideStated' }],
    cancelledBy: [{ event: 'FindingConfirmed' }, { event: 'ReviewClosed' }],
    // An office that stays silent does not stop its review: what the record alone shows is proposed.
    escalation: [remind(2), breach, proposeFinding],
  },
  {
    id: 'finding',
    name: { zh: '提出责任认定意见', en: 'Propose a finding' },
    source: { zh: '本地设定：15日', en: 'Local setting: 15 days' },
    kind: 'duty',
    raisedBy: [{ event: 'ReviewOpened' }],
    owner: { field: 'by' },
    overseer: { field: 'by' },
    period: { unit: 'days', amount: 15 },
    dischargedBy: [{ event: 'FindingProposed' }, { event: 'FindingConfirmed' }],
    cancelledBy: [{ event: 'ReviewClosed' }],
    escalation: [remind(3), breach, proposeFinding],
  },
  {
    id: 'confirm-finding',
    name: { zh: '确认责任认定', en: 'Confirm the finding' },
    source: { zh: '本地设定：10日', en: 'Local setting: 10 days' },
    kind: 'duty',
    raisedBy: [{ event: 'FindingProposed' }],
    owner: { role: 'reviewer' },
    overseer: { role: 'reviewer' },
    period: { unit: 'days', amount: 10 },
    dischargedBy: [{ event: 'FindingConfirmed' }],
    cancelledBy: [{ event: 'ReviewClosed' }],
    escalation: [remind(3), breach],
  },
  {
    id: 'close-review',
    name: { zh: '落实整改并办结倒查', en: 'Close the review with its measures' },
    source: { zh: '本地设定：30日', en: 'Local setting: 30 days' },
    kind: 'duty',
    raisedBy: [{ event: 'FindingConfirmed' }],
    owner: { role: 'reviewer' },
    overseer: { role: 'reviewer' },
    period: { unit: 'days', amount: 30 },
    dischargedBy: [{ event: 'ReviewClosed' }],
    escalation: [remind(5), breach],
  },
  ...disputeDuties,
  ...referralDuties,
  ...ladderDuties,
  ...accountDuties,
  ...targetDuties,
];
