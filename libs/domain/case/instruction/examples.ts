import type { ExamplesOf } from '../../decider';
import type { instructionCommands } from './commands';

export const instructionExamples: ExamplesOf<typeof instructionCommands> = {
  GiveInstruction: [
    {
      post: 'county-head',
      of: 'government',
      to: 'housing',
      text: '请住建局牵头，十日内解决并报结果。',
      reportWithin_days: 10,
    },
    { post: 'deputy-in-charge', of: 'government', to: 'housing', text: '请阅处。' },
  ],
  ReportInstruction: [{ instruction: 'i1', text: '管道已更换，费用已退还。' }],
  ReturnInstruction: [{ instruction: 'i1', reasons: '未说明退费结果。', reportWithin_days: 5 }],
  CompleteInstruction: [{ instruction: 'i1', reasons: '批示事项已落实。' }],
};
