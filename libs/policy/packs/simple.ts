import type { DutyRule, Text } from '../pack';
import { takenAway } from './case';
import { handledElsewhere } from './record';
import { stepsInDays } from './steps';

const trial = (what: Text): Text => ({
  zh: `《信访事项简易办理办法（试行）》（2016）：${what.zh}`,
  en: `Simple procedure (2016 trial): ${what.en}`,
});

/** 简易办理, for first petitions whose facts and responsibility are clear and that are easy to do. */
export const simpleDuties: readonly DutyRule[] = [
  {
    id: 'forward-simple',
    name: { zh: '转送（简易办理，每一层级）', en: 'Send it on (simple procedure, each level)' },
    source: trial({ zh: '每一层级1个工作日', en: '1 working day per forwarding level' }),
    kind: 'duty',
    raisedBy: [
      { event: 'CaseSorted', where: { procedure: 'simple' } },
      { event: 'ObjectionUpheld', where: { procedure: 'simple' } },
    ],
    owner: { field: 'by' },
    overseer: { role: 'petition-department' },
    period: { unit: 'working-days', amount: 1 },
    dischargedBy: [{ event: 'CaseSent' }],
    cancelledBy: [{ event: 'CaseSorted', where: { procedure: 'ordinary' } }, ...handledElsewhere],
    escalation: stepsInDays({ supervise: 3, review: 10 }),
  },
  {
    id: 'accept-simple',
    name: { zh: '受理（简易办理）', en: 'Accept (simple procedure)' },
    source: trial({ zh: '3个工作日', en: '3 working days' }),
    kind: 'duty',
    raisedBy: [{ event: 'CaseSent', where: { procedure: 'simple' } }],
    owner: { field: 'to' },
    overseer: { field: 'by' },
    period: { unit: 'working-days', amount: 3 },
    dischargedBy: [{ event: 'CaseAccepted' }],
    cancelledBy: takenAway,
    escalation: stepsInDays({ remind: 1, supervise: 3, review: 10 }),
  },
  {
    id: 'answer-simple',
    name: { zh: '办结并答复（简易办理）', en: 'Answer (simple procedure)' },
    source: trial({
      zh: '自受理起10个工作日；延长上限30日为本地设定',
      en: '10 working days from acceptance; at most 30 more is a local setting',
    }),
    kind: 'duty',
    raisedBy: [{ event: 'CaseAccepted', where: { procedure: 'simple' } }],
    owner: { field: 'by' },
    overseer: { role: 'petition-department' },
    period: { unit: 'working-days', amount: 10 },
    dischargedBy: [{ event: 'CaseAnswered' }],
    cancelledBy: takenAway,
    extendedBy: { event: 'AnswerExtended', daysField: 'days', max_days: 30 },
    escalation: stepsInDays({ remind: 2, supervise: 3, review: 10 }),
  },
];
