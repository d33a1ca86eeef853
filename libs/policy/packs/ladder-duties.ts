import type { DutyRule, Text } from '../pack';
import { stepsInDays } from './steps';

const asOrdered: Text = {
  zh: '期限以阶梯的设定为准（本地设定）',
  en: 'As the ladder says (local setting)',
};
const period = { field: 'within_days', otherwise: { unit: 'days', amount: 15 } } as const;

/* What a rung of a ladder asks for. `order` tells the orders of several rungs apart. */

/** What the office above owes: the talk, and whatever else the rung asks for. */
const owedAbove: readonly DutyRule[] = [
  {
    id: 'hold-talk',
    name: { zh: '约谈', en: 'Hold the talk' },
    source: asOrdered,
    kind: 'duty',
    raisedBy: [{ event: 'TalkOrdered' }],
    each: { key: 'order' },
    owner: { field: 'by' },
    overseer: { field: 'by' },
    period,
    dischargedBy: [{ event: 'TalkHeld' }],
    cancelledBy: [{ event: 'OrderWithdrawn' }],
    escalation: stepsInDays({ remind: 3 }),
  },
  {
    id: 'take-measure',
    name: { zh: '落实问责措施', en: 'Take the measure' },
    source: asOrdered,
    kind: 'duty',
    raisedBy: [{ event: 'MeasureOrdered' }],
    each: { key: 'order' },
    owner: { field: 'by' },
    overseer: { field: 'by' },
    period,
    dischargedBy: [{ event: 'MeasureTaken' }],
    cancelledBy: [{ event: 'OrderWithdrawn' }],
    escalation: stepsInDays({ remind: 3 }),
  },
];

/** The office puts things right by a date; the office above looks and says whether it has. */
export const ladderDuties: readonly DutyRule[] = [
  ...owedAbove,
  {
    id: 'rectify',
    name: { zh: '限期整改', en: 'Put things right' },
    source: asOrdered,
    kind: 'duty',
    raisedBy: [{ event: 'RectificationOrdered' }, { event: 'RectificationReturned' }],
    each: { key: 'order' },
    owner: { field: 'office' },
    overseer: { field: 'by' },
    period: { field: 'within_days', otherwise: { unit: 'days', amount: 60 } },
    dischargedBy: [{ event: 'RectificationReported' }],
    cancelledBy: [{ event: 'OrderWithdrawn' }],
    escalation: stepsInDays({ remind: 7 }),
  },
  {
    id: 'confirm-rectification',
    name: { zh: '验收整改', en: 'Look at the rectification' },
    source: { zh: '本地设定：15日', en: 'Local setting: 15 days' },
    kind: 'duty',
    raisedBy: [{ event: 'RectificationReported' }],
    each: { key: 'order' },
    owner: { field: 'to' },
    overseer: { field: 'to' },
    period: { unit: 'days', amount: 15 },
    dischargedBy: [{ event: 'RectificationConfirmed' }, { event: 'RectificationReturned' }],
    cancelledBy: [{ event: 'OrderWithdrawn' }],
    escalation: stepsInDays({ remind: 3 }),
  },
];
