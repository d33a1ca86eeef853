import type { ExamplesOf } from '../decider';
import type { driveCommands } from './commands';

const dutyId = 'drive-report:e2:nanhu-township/2026-03-02';

export const driveExamples: ExamplesOf<typeof driveCommands> = {
  OpenDrive: [
    {
      pack: 'xinfang-2022',
      by: 'heping-district',
      subject: '汛期安全隐患排查',
      offices: ['nanhu-township'],
      from: '2026-03-02',
      to: '2026-03-04',
    },
  ],
  ReportZero: [{ office: 'nanhu-township', day: '2026-03-02' }],
  ReportMatters: [{ office: 'nanhu-township', day: '2026-03-02', count: 2, text: '两处边坡已设围挡。' }],
  CloseDrive: [{ result: '排查结束，隐患均已落实责任单位。' }],
  RemindOffice: [{ dutyId }],
  RecordBreach: [{ dutyId }],
  RecomputeDuties: [{}],
  ReplaceOffice: [{}],
};
