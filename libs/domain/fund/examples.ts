import type { ExamplesOf } from '../decider';
import type { fundCommands } from './commands';

export const fundExamples: ExamplesOf<typeof fundCommands> = {
  OpenFund: [{ name: '信访救助专项资金（2026年）', office: 'petitions', budget_yuan: 10_000 }],
  TopUpFund: [{ amount_yuan: 5_000 }],
  RequestRelief: [
    {
      caseId: '0196a0c1-5d00-7000-8000-000000000001',
      by: 'housing',
      amount_yuan: 8_000,
      reasons: '房屋受损，家庭困难，需临时安置。',
    },
  ],
  ApproveRelief: [
    { request: 'r1', approvedBy: '分管副局长' },
    { request: 'r2', approvedBy: '分管副局长' },
  ],
  RefuseRelief: [{ request: 'r1', reasons: '已由民政临时救助解决。' }],
  PayRelief: [{ request: 'r1', receipt: '2026-0001' }],
  RemindOffice: [{ dutyId: 'decide-relief:0196a0c1-5d00-7000-8000-000000000003:r1' }],
  RecordBreach: [{ dutyId: 'decide-relief:0196a0c1-5d00-7000-8000-000000000003:r1' }],
  RecomputeDuties: [{}],
  ReplaceOffice: [{}],
};
