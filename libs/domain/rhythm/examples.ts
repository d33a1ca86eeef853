import type { ExamplesOf } from '../decider';
import type { rhythmCommands } from './commands';

export const rhythmExamples: ExamplesOf<typeof rhythmCommands> = {
  SetRhythm: [
    { timeZone: 'Asia/Shanghai', dailyAt: '08:30', dueSoon_days: 3, monthlyOn: 3, from: '2026-03-02' },
  ],
  StopRhythm: [{ reasons: '机构调整，暂停。' }],
};
