import type { ExamplesOf } from '../decider';
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
  ConcludeTargets: [
    {
      results: [
        { target: 't1', value: 98.6 },
        { target: 't2', value: 31 },
      ],
      position: 48_210,
    },
  ],
};
