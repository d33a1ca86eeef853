import type { ExamplesOf } from '../decider';
import type { assessmentCommands } from './commands';

export const assessmentExamples: ExamplesOf<typeof assessmentCommands> = {
  OpenAssessment: [
    { year: 2024, offices: ['utilities', 'transport'] },
    { year: 2025, offices: ['utilities'] },
  ],
  AssessOffice: [
    { year: 2024, office: 'utilities', grade: 'good', findings: '按期受理、答复率较上年提高。' },
    { year: 2024, office: 'transport', grade: 'adequate', findings: '两件交办事项逾期报告。' },
  ],
  RemindOffice: [{ dutyId: 'assess-office:0196a0c1-5d00-7000-8000-000000000003:2024/housing' }],
  RecordBreach: [{ dutyId: 'assess-office:0196a0c1-5d00-7000-8000-000000000003:2024/housing' }],
  RecomputeDuties: [{}],
  ReplaceOffice: [{}],
};
