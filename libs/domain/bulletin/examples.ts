import type { ExamplesOf } from '../decider';
import type { bulletinCommands } from './commands';

const sha256 = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';

export const bulletinExamples: ExamplesOf<typeof bulletinCommands> = {
  IssueBulletin: [
    {
      kind: 'daily-list',
      office: 'housing',
      period: { from: '2026-03-02', to: '2026-03-02', timeZone: 'Asia/Shanghai' },
      at: '2026-03-02T00:30:00.000Z',
      dueSoon_days: 3,
      position: 120,
      sha256,
      document: {},
    },
  ],
};
