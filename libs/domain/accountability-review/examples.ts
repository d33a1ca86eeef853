import type { ExamplesOf } from '../decider';
import type { reviewCommands } from './commands';

const caseId = '0196a0c1-5d00-7000-8000-000000000001';
const dutyId = 'answer:0196a0c1-5d00-7000-8000-000000000002';

export const reviewExamples: ExamplesOf<typeof reviewCommands> = {
  OpenReview: [
    {
      pack: 'xinfang-2022',
      caseId,
      office: 'housing',
      by: 'petitions',
      dutyId,
      rule: 'answer',
      reasons: '答复逾期十日，督办后仍未办理。',
      evidence: {
        timeline: [
          { position: 11, type: 'CaseSent', occurredAt: '2026-03-03T02:00:00.000Z', office: 'petitions' },
          { position: 14, type: 'CaseAccepted', occurredAt: '2026-03-06T02:00:00.000Z', office: 'housing' },
        ],
        holders: [
          { office: 'petitions', from: '2026-03-02T01:00:00.000Z', until: '2026-03-03T02:00:00.000Z' },
          { office: 'housing', from: '2026-03-03T02:00:00.000Z' },
        ],
        duty: {
          id: dutyId,
          rule: 'answer',
          owner: 'housing',
          startedAt: '2026-03-06T02:00:00.000Z',
          dueAt: '2026-05-06T15:59:59.999Z',
        },
        explanation: { zh: '受理之日起60日内办结。', en: '60 days from acceptance.' },
      },
    },
    { pack: 'xinfang-2022', caseId, office: 'housing', by: 'petitions', reasons: '信访人反映答复弄虚作假。' },
  ],
  RecordEvidence: [
    {
      format: 'huiyin-evidence/1',
      upTo: 42,
      streams: ['supervision-0196a0c1-5d00-7000-8000-000000000003'],
      sha256: 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9',
      keptFrom: [],
      links: [
        {
          link: 'owner@11',
          role: 'owner',
          office: 'water',
          from: '2026-03-03T02:00:00.000Z',
          until: '2026-03-05T02:00:00.000Z',
        },
        { link: 'owner@14', role: 'owner', office: 'housing', from: '2026-03-06T02:00:00.000Z' },
      ],
    },
  ],
  StateSide: [{ text: '招标流标两次，已于四月书面说明。' }],
  StateLinkSide: [{ link: 'owner@11', text: '两日内已书面提出异议，并附理由。' }],
  ProposeFinding: [{}],
  ConfirmFinding: [
    { finding: { outcome: 'fault', kind: 'silent', gravity: 'ordinary', reasons: '逾期未答复，亦未延期。' } },
    { finding: { outcome: 'no-fault', reasons: '该单位收件时期限已近届满。' } },
  ],
  FindOnLink: [
    {
      link: 'owner@11',
      finding: { outcome: 'fault', kind: 'passed-on', gravity: 'slight', reasons: '属本单位职责，仍退回。' },
    },
    { link: 'owner@11', finding: { outcome: 'no-fault', reasons: '异议成立，按期退回。' } },
  ],
  DisputeFinding: [
    { text: '延期已经批准并告知，不应认定逾期。' },
    { link: 'owner@11', text: '该事项不属本单位职责。' },
  ],
  DecideDispute: [
    { decision: 'uphold', reasons: '延期未经批准，原认定成立。' },
    {
      decision: 'revise',
      finding: { outcome: 'no-fault', reasons: '延期经批准并已告知。' },
      reasons: '原认定遗漏延期批准材料。',
    },
    { decision: 'uphold', link: 'owner@11', reasons: '职责清单载明。' },
  ],
  OrderRemedy: [{ text: '建立期限台账，逐件预警。', within_days: 30 }],
  CarryOutRemedy: [{ remedy: 'r1', text: '台账已启用。' }],
  ReferReview: [
    {
      to: 'discipline',
      basis: '《信访工作条例》第四十五条',
      reasons: '长期不答复，造成严重后果。',
    },
    {
      link: 'owner@11',
      to: 'discipline',
      basis: '《信访工作条例》第四十五条',
      reasons: '推诿，造成严重后果。',
    },
  ],
  RecordReferralReceipt: [{ referral: 'f1', reference: '纪收〔2026〕31号' }],
  RecordReferralOutcome: [
    { referral: 'f1', outcome: 'taken-up', text: '已立案审查。' },
    { referral: 'f1', outcome: 'discipline', text: '已对该单位相关责任人员作出处理，并责令单位整改。' },
    { referral: 'f1', outcome: 'returned', text: '请补充送达材料后再行移送。' },
  ],
  CloseReview: [{ measures: '分管负责人牵头整改，三十日内销号。' }],
  RemindOffice: [{ dutyId: 'state-side:0196a0c1-5d00-7000-8000-000000000004' }],
  RecordBreach: [{ dutyId: 'state-side:0196a0c1-5d00-7000-8000-000000000004' }],
  RecomputeDuties: [{}],
  ReplaceOffice: [{}],
};
