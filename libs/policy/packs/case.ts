import type { DutyRule, EventSelector, Text } from '../pack';
import { handledElsewhere } from './record';
import { stepsInDays } from './steps';

/** The office no longer holds the case: it was sent to another one, came back on an objection, or is closed. */
export const takenAway: readonly EventSelector[] = [
  { event: 'CaseSent', office: { field: 'to', is: 'not-owner' } },
  { event: 'ObjectionUpheld', office: { field: 'from', is: 'owner' } },
  { event: 'CaseTakenBack', office: { field: 'from', is: 'owner' } },
  { event: 'CaseClosed' },
];

/** What came back or was opened again is sent on. */
export const sendAgain = (source: Text): DutyRule => ({
  id: 'send-again',
  name: { zh: '重新转送交办', en: 'Send it on again' },
  source,
  kind: 'duty',
  raisedBy: [
    { event: 'ObjectionUpheld' },
    { event: 'CaseReopened' },
    { event: 'CaseSplit' },
    { event: 'CaseTakenBack' },
  ],
  owner: { field: 'by' },
  overseer: { role: 'petition-department' },
  period: { unit: 'working-days', amount: 5 },
  dischargedBy: [{ event: 'CaseSent' }],
  cancelledBy: [...handledElsewhere, { event: 'CaseDirected' }, { event: 'DeadlockReferred' }],
  escalation: stepsInDays({ remind: 1, supervise: 3, review: 10 }),
});

/** An objection to a referral is decided, and what came back or was opened again is sent on. */
export const returnDuties: readonly DutyRule[] = [
  {
    id: 'decide-objection',
    name: { zh: '答复退件申请', en: 'Decide the objection' },
    source: {
      zh: '《信访工作条例》第二十三条；5个工作日为本地设定',
      en: 'Regulations on Petition Work, Art. 23; 5 working days is a local setting',
    },
    kind: 'duty',
    raisedBy: [{ event: 'CaseObjected' }],
    owner: { role: 'petition-department' },
    overseer: { role: 'petition-department' },
    period: { unit: 'working-days', amount: 5 },
    dischargedBy: [{ event: 'ObjectionUpheld' }, { event: 'ObjectionRejected' }],
    cancelledBy: [{ event: 'CaseClosed' }],
    escalation: stepsInDays({ remind: 1, supervise: 3, review: 10 }),
  },
  sendAgain({
    zh: '《信访工作条例》第二十二条；退回、重开后5个工作日为本地设定',
    en: 'Regulations on Petition Work, Art. 22; 5 working days after a return or reopening is a local setting',
  }),
];
