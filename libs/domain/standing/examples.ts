import type { ExamplesOf } from '../decider';
import type { standingCommands } from './commands';

const confirmed = (review: number) => ({
  pack: 'xinfang-2022',
  reviewId: `0196a0c1-5d00-7000-8000-00000000001${review}`,
  caseId: '0196a0c1-5d00-7000-8000-000000000001',
  kind: 'silent' as const,
  gravity: 'ordinary' as const,
});

export const standingExamples: ExamplesOf<typeof standingCommands> = {
  CountFault: [1, 2, 3, 4].map(confirmed),
  StepDown: [{ reasons: '整改到位，一年内无新增过错。' }],
};
