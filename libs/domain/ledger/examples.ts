import type { ExamplesOf } from '../decider';
import type { ledgerCommands } from './commands';

export const ledgerExamples: ExamplesOf<typeof ledgerCommands> = {
  OpenLedger: [{ title: '信访突出问题台账（2026年）', office: 'petitions' }],
  AddItem: [
    {
      text: '南湖街道供暖管网改造',
      owner: 'housing',
      dueOn: '2026-10-31',
      caseId: '0196a0c1-5d00-7000-8000-000000000001',
    },
  ],
  ReportItem: [{ item: 'i1', text: '已完成改造并试压。' }],
  CancelItem: [{ item: 'i1', evidence: '现场核查记录第12号。' }],
  ReopenItem: [{ item: 'i1', reasons: '入冬后再次漏水。' }],
  ArchiveLedger: [{ number: '台账-2026-01' }],
  RemindOffice: [{ dutyId: 'ledger-item:0196a0c1-5d00-7000-8000-000000000003:i1' }],
  RecordBreach: [{ dutyId: 'ledger-item:0196a0c1-5d00-7000-8000-000000000003:i1' }],
  RecomputeDuties: [{}],
  ReplaceOffice: [{}],
};
