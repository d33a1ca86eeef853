import type { ExamplesOf } from '../decider';
import type { standingCommands } from './commands';

const confirmed = (review: number) => ({
  pack: 'xinfang-2022',
  reviewId: `0196a0c1-5d00-7000-8000-00000000001${review}`,
  caseId: '0196a0c1-5d00-7000-8000-000000000001',
  kind: 'silent' as const,
  gravity: 'ordinary' as const,
});
const RECTIFIED = ['rectification', 'key-management'];
const duty = [{ dutyId: 'hold-talk:0196a0c1-5d00-7000-8000-000000000002:talk/talk' }];

export const standingExamples: ExamplesOf<typeof standingCommands> = {
  CountFault: [1, 2, 3, 4].map(confirmed),
  SetFaultAside: [1, 2, 3, 4].map((review) => ({ reviewId: confirmed(review).reviewId })),
  CountPlacing: ['2025-Q3', '2025-Q4'].map((period) => ({
    pack: 'xinfang-2022',
    period,
    place: 2,
    published: '全市信访工作季度通报',
  })),
  HoldTalk: ['talk', 'second-talk'].map((rung) => ({
    rung,
    present: ['party-secretary', 'deputy-in-charge', 'office-head'],
    record: '指出逾期问题，限期拿出整改措施。',
  })),
  TakeMeasure: [
    { rung: 'circular', measure: 'circular', text: '已在全市通报。' },
    { rung: 'listed-supervision', measure: 'listed-supervision', text: '已挂牌，由市信访局督办。' },
  ],
  ReportRectification: RECTIFIED.map((rung) => ({ rung, text: '已建立期限台账，专人核对，积压已清。' })),
  ConfirmRectification: RECTIFIED.map((rung) => ({ rung, reasons: '现场核查，积压已清。' })),
  ReturnRectification: [{ rung: 'rectification', reasons: '仍有两件未答复。', within_days: 15 }],
  NotePractice: [{ title: '供暖投诉日清日结', text: '每日下班前逐件回访，当日未解决的次日领导包案。' }],
  GrantAward: [
    {
      name: '信访工作先进单位',
      year: 2026,
      reasons: '全年按期答复，无确认过错。',
      practices: ['p1'],
    },
    { name: '信访工作先进单位', year: 2025, reasons: '全年按期答复。' },
  ],
  RevokeAward: [{ award: 'a1', reasons: '经核实材料不实。' }],
  StepDown: [{ reasons: '整改到位，一年内无新增过错。' }],
  RemindOffice: duty,
  RecordBreach: duty,
  RecomputeDuties: [{}],
};
