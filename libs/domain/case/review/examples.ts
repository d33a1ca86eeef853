import type { ExamplesOf } from '../../decider';
import type { petitionReviewCommands } from './commands';

export const petitionReviewExamples: ExamplesOf<typeof petitionReviewCommands> = {
  AskReview: [{ to: 'district-government', reasons: '答复没有回应第二项请求。' }],
  DecideReview: [
    { outcome: 'uphold', text: '原处理意见事实清楚，适用依据正确。', basis: '《信访工作条例》第三十五条' },
    { outcome: 'redo', text: '原处理意见未查明事实，责令重新作出。', basis: '《信访工作条例》第三十五条' },
    {
      outcome: 'change',
      text: '第一项诉求应予支持。',
      basis: '《信访工作条例》第三十五条',
      outcomes: [{ claim: 'c1', outcome: 'supported', text: '限期更换。', carryOutBy: '2027-12-01' }],
    },
  ],
  AskReReview: [{ to: 'city-government', reasons: '复查意见没有现场核实。' }],
  DecideReReview: [
    { outcome: 'uphold', text: '复查意见正确，予以维持。', basis: '《信访工作条例》第三十六条' },
    { outcome: 'revoke', text: '原处理意见与复查意见一并撤销。', basis: '《信访工作条例》第三十六条' },
  ],
  IssueFinalPaper: [{ number: '信终〔2026〕1号', text: '该信访事项已经三级办理，程序终结。' }],
};
