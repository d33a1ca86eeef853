import type { ExamplesOf } from '../decider';
import type { supervisionCommands } from './commands';

export const supervisionExamples: ExamplesOf<typeof supervisionCommands> = {
  OrderSupervision: [
    {
      pack: 'xinfang-2022',
      caseId: '0196a0c1-5d00-7000-8000-000000000001',
      office: 'housing',
      by: 'petitions',
      trigger: 'breach',
      dutyId: 'answer:0196a0c1-5d00-7000-8000-000000000002',
      rule: 'answer',
      dueAt: '2026-05-06T15:59:59.999Z',
    },
    {
      pack: 'xinfang-2022',
      caseId: '0196a0c1-5d00-7000-8000-000000000001',
      office: 'housing',
      by: 'petitions',
      trigger: 'repeats',
      threshold: 'matter-repeated',
      occurrence: 1,
      cites: [812, 840, 911],
    },
    {
      pack: 'xinfang-2022',
      caseId: '0196a0c1-5d00-7000-8000-000000000001',
      office: 'housing',
      by: 'petitions',
      trigger: 'perfunctory',
      reasons: '答复未回应第二项诉求，未到现场核实。',
      replyWithin_days: 10,
    },
  ],
  AcknowledgeSupervision: [{}],
  ReturnReply: [{ reasons: '未说明退费进度。', replyWithin_days: 5 }, { reasons: '仍未说明退费进度。' }],
  AddChecklistItem: [{ text: '停暖期间的费用是否已退还' }],
  TickChecklist: [
    {
      items: ['investigated', 'corrected', 'solved', 'duty-done', 'responsibility'],
      evidence: '现场核查记录、住户签字。',
    },
    { items: ['x1'], evidence: '退费回单。' },
  ],
  PlanSiteVisit: [{ on: '2027-06-30', announced: false }],
  ReportSiteVisit: [{ visit: 'v1', text: '管道已更换，室温二十一度。' }],
  ListSupervision: [{ until: '2027-12-31', reasons: '多次督办仍未解决。' }],
  DelistSupervision: [{ reasons: '问题已解决。' }],
  ReplyToSupervision: [{ text: '已责成供热站十日内修复，并约谈物业。' }],
  CloseSupervision: [{ reasons: '已现场核实，供暖恢复。' }, { solved: false, reasons: '转入责任倒查。' }],
  RemindOffice: [{ dutyId: 'supervision-reply:0196a0c1-5d00-7000-8000-000000000003' }],
  RecordBreach: [{ dutyId: 'supervision-reply:0196a0c1-5d00-7000-8000-000000000003' }],
  RecomputeDuties: [{}],
  ReplaceOffice: [{}],
};
