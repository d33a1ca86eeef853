import type { ExamplesOf } from '../../decider';
import type { helpersCommands } from './commands';

export const helpersExamples: ExamplesOf<typeof helpersCommands> = {
  CallHelp: [
    { helper: 'heating', how: 'whistle', task: '到现场查明漏点，提出抢修方案。', within_workingDays: 3 },
    { helper: 'heating', task: '协助联系住户。' },
  ],
  GiveHelp: [{ helper: 'heating', text: '漏点在三单元立管，已更换。' }],
  AssessHelp: [{ helper: 'heating', mark: 'good', reasons: '当日到场，当日修复。' }],
};
