import type { ExamplesOf } from '../decider';
import type { adviceCommands } from './commands';

const caseId = '0196a0c1-5d00-7000-8000-000000000001';
const reviewId = '0196a0c1-5d00-7000-8000-000000000004';
const duty = [{ dutyId: 'answer-advice:0196a0c1-5d00-7000-8000-000000000005' }];

export const adviceExamples: ExamplesOf<typeof adviceCommands> = {
  GiveAdvice: [
    {
      pack: 'xinfang-2022',
      kind: 'improve-work',
      office: 'housing',
      adviser: 'petitions',
      text: '建议对供暖类投诉实行每日台账、逐件回访。',
      reasons: '近三个月同类事项重复发生，两件逾期未答复。',
      grounds: [{ caseId, reviewId, positions: [11, 14] }, { caseId }],
    },
    {
      pack: 'xinfang-2022',
      kind: 'pursue-responsibility',
      office: 'housing',
      adviser: 'petitions',
      text: '建议依规对有关责任单位予以通报。',
      reasons: '经责任倒查认定逾期不办。',
      grounds: [{ caseId, reviewId }],
    },
  ],
  AdoptAdvice: [{ plan: '建立台账，专人回访。', within_days: 45 }, { plan: '即行整改。' }],
  AdoptAdvicePartly: [
    { plan: '建立台账。', reasons: '回访人手不足，先在两个片区试行。', within_days: 60 },
    { plan: '建立台账。', reasons: '其余部分不属本单位职责。' },
  ],
  RefuseAdvice: [{ reasons: '该项职责已划转。' }],
  ExplainRefusal: [{ reasons: '该项职责已划转，文号见附件。' }],
  CarryOutAdvice: [{ text: '台账已建，回访三十件。', evidence: ['台账（2026-04）', '回访记录三十份'] }],
  ReturnAdvice: [{ reasons: '抽查五件，两件未回访。', within_days: 15 }],
  CloseAdvice: [{ reasons: '现场核实，已落实。' }],
  RemindOffice: duty,
  RecordBreach: duty,
  RecomputeDuties: [{}],
  ReplaceOffice: [{}],
};
