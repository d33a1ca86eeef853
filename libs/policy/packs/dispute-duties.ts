import type { DutyRule } from '../pack';
import { stepsInDays } from './steps';

/* What a review asks for besides its main finding. `link` tells the links of the chain apart. */

/** Each other office whose link is under review is heard, and found on. */
const perLink: readonly DutyRule[] = [
  {
    id: 'state-link-side',
    name: { zh: '责任环节陈述申辩', en: 'State its side on a link' },
    source: { zh: '本地设定：5个工作日', en: 'Local setting: 5 working days' },
    kind: 'duty',
    raisedBy: [{ event: 'EvidenceAssembled' }],
    each: { list: 'called', key: 'link' },
    owner: { field: 'office' },
    overseer: { field: 'by' },
    period: { unit: 'working-days', amount: 5 },
    dischargedBy: [{ event: 'LinkSideStated' }],
    cancelledBy: [{ event: 'LinkFound' }, { event: 'ReviewClosed' }],
    escalation: stepsInDays({ remind: 2 }),
  },
  {
    id: 'find-on-link',
    name: { zh: '认定责任环节', en: 'Find on a link' },
    source: { zh: '本地设定：25日', en: 'Local setting: 25 days' },
    kind: 'duty',
    raisedBy: [{ event: 'EvidenceAssembled' }],
    each: { list: 'called', key: 'link' },
    owner: { field: 'by' },
    overseer: { field: 'by' },
    period: { unit: 'days', amount: 25 },
    dischargedBy: [{ event: 'LinkFound' }],
    cancelledBy: [{ event: 'ReviewClosed' }],
    escalation: stepsInDays({ remind: 3 }),
  },
];

/** A finding can be disputed, a second office decides, and what was found amiss is put right by a date. */
export const disputeDuties: readonly DutyRule[] = [
  ...perLink,
  {
    id: 'dispute-finding',
    name: { zh: '对认定提出异议', en: 'Dispute the finding' },
    source: { zh: '本地设定：30日', en: 'Local setting: 30 days' },
    kind: 'window',
    raisedBy: [{ event: 'FindingConfirmed' }, { event: 'LinkFound' }],
    each: { key: 'link' },
    owner: { field: 'office' },
    overseer: { field: 'by' },
    period: { unit: 'days', amount: 30 },
    dischargedBy: [{ event: 'FindingDisputed', office: { field: 'by', is: 'owner' } }],
    escalation: [],
  },
  {
    id: 'decide-dispute',
    name: { zh: '决定异议', en: 'Decide the dispute' },
    source: { zh: '本地设定：30日', en: 'Local setting: 30 days' },
    kind: 'duty',
    raisedBy: [{ event: 'FindingDisputed' }],
    each: { key: 'link' },
    owner: { field: 'to' },
    overseer: { field: 'to' },
    period: { unit: 'days', amount: 30 },
    dischargedBy: [{ event: 'FindingUpheld' }, { event: 'FindingRevised' }],
    escalation: stepsInDays({ remind: 5 }),
  },
  {
    id: 'carry-out-remedy',
    name: { zh: '落实整改措施', en: 'Carry out the remedy' },
    source: { zh: '期限由认定单位设定（本地设定）', en: 'As the reviewing office sets (local setting)' },
    kind: 'duty',
    raisedBy: [{ event: 'RemedyOrdered' }],
    each: { key: 'remedy' },
    owner: { field: 'office' },
    overseer: { field: 'by' },
    period: { field: 'within_days', otherwise: { unit: 'days', amount: 30 } },
    dischargedBy: [{ event: 'RemedyCarriedOut' }],
    cancelledBy: [
      { event: 'FindingRevised', where: { cleared: true }, office: { field: 'office', is: 'owner' } },
    ],
    escalation: stepsInDays({ remind: 3 }),
  },
];
