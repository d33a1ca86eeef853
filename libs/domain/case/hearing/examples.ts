import type { ExamplesOf } from '../../decider';
import type { hearingCommands } from './commands';

export const hearingExamples: ExamplesOf<typeof hearingCommands> = {
  AnnounceHearing: [
    {
      heldOn: '2026-03-20',
      place: '区信访局听证室',
      panel: [{ role: 'chair', from: '区信访局' }, { from: '律师' }, { from: '人大代表' }],
    },
    {
      heldOn: '2027-03-20',
      place: '区信访局听证室',
      panel: [{ role: 'chair', from: '区信访局' }, { from: '律师' }, { from: '人大代表' }],
    },
  ],
  BeginHearing: [{}],
  EndHearing: [{ record: '双方陈述、质证、辩论。', conclusion: '多数听证员支持信访人第一项请求。' }],
};
