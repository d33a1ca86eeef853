import type { ExamplesOf } from '../decider';
import type { supervisionCommands } from './commands';

export const supervisionExamples: ExamplesOf<typeof supervisionCommands> = {
  OrderSupervision: [
    {
      pack: 'xinfang-2022',
      caseId: '0196a0c1-5d00-7000-8000-000000000001',
      office: 'housing',
      by: 'petitions',
      trigger: 'breach',
      dutyId: 'answer:0196a0c1-5d00-7000-8000-000000000002',
      rule: 'answer',
      dueAt: '2026-05-06T15:59:59.999Z',
    },
    {
      pack: 'xinfang-2022',
      caseId: '0196a0c1-5d00-7000-8000-000000000001',
      office: 'housing',
      by: 'petitions',
      trigger: 'repeats',
    },
  ],
  ReplyToSupervision: [{ text: '已责成供热站十日内修复，并约谈物业。' }],
  CloseSupervision: [{ reasons: '已现场核实，供暖恢复。' }, { solved: false, reasons: '转入责任倒查。' }],
  RemindOffice: [{ dutyId: 'supervision-reply:0196a0c1-5d00-7000-8000-000000000003' }],
  RecordBreach: [{ dutyId: 'supervision-reply:0196a0c1-5d00-7000-8000-000000000003' }],
  RecomputeDuties: [{}],
};
