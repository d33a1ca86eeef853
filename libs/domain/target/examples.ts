import type { ExamplesOf, Measured } from '../decider';
import type { targetCommands } from './commands';

export const targetExamples: ExamplesOf<typeof targetCommands> = {
  SetTargets: [
    {
      office: 'housing',
      by: 'petitions',
      // Over when the examples are tried out.
      year: 2025,
      targets: [
        { metric: 'on-time-answer', value: 98 },
        { metric: 'days-to-answer', value: 30 },
      ],
    },
  ],
  SignTargets: [{ post: 'first-responsible' }],
  ReportTargets: [{ text: '按期答复率较上年提高，两件超期已整改。' }],
  ConcludeTargets: [{}],
  RemindOffice: [{ dutyId: 'report-targets:0196a0c1-5d00-7000-8000-000000000003' }],
  RecordBreach: [{ dutyId: 'report-targets:0196a0c1-5d00-7000-8000-000000000003' }],
  RecomputeDuties: [{}],
  ReplaceOffice: [{}],
};

/** What Huiyin has counted for the letter of the example. */
export const EXAMPLE_MEASURED: Measured = {
  position: 48_210,
  values: { 'on-time-answer': 98.6, 'days-to-answer': 31 },
};
