import type { DutyRule } from '../pack';
import { stepsInDays } from './steps';

/** 批示: whom it names reports back, and whoever recorded it says whether that will do. Periods are local settings. */
export const instructionDuties: readonly DutyRule[] = [
  {
    id: 'report-instruction',
    name: { zh: '反馈领导批示办理情况', en: 'Report back on a written instruction' },
    source: {
      zh: '本地设定：以批示载明的期限为准，未载明的15日',
      en: 'Local setting: as the instruction says, otherwise 15 days',
    },
    kind: 'duty',
    raisedBy: [{ event: 'InstructionGiven' }, { event: 'InstructionReturned' }],
    each: { key: 'instruction' },
    owner: { field: 'to' },
    overseer: { field: 'by' },
    period: { field: 'reportWithin_days', otherwise: { unit: 'days', amount: 15 } },
    dischargedBy: [{ event: 'InstructionReported' }],
    cancelledBy: [{ event: 'RegistrationStruck' }],
    escalation: stepsInDays({ remind: 3, supervise: 1, review: 10, trigger: 'instruction' }),
  },
  {
    id: 'judge-instruction',
    name: { zh: '审核批示反馈', en: 'Judge the report on an instruction' },
    source: { zh: '本地设定：5个工作日', en: 'Local setting: 5 working days' },
    kind: 'duty',
    raisedBy: [{ event: 'InstructionReported' }],
    each: { key: 'instruction' },
    owner: { field: 'for' },
    overseer: { field: 'for' },
    period: { unit: 'working-days', amount: 5 },
    dischargedBy: [{ event: 'InstructionReturned' }, { event: 'InstructionDone' }],
    cancelledBy: [{ event: 'RegistrationStruck' }],
    escalation: stepsInDays({ remind: 1, supervise: 3 }),
  },
];
