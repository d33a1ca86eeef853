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
  StateSide: [{ text: '招标流标两次，已于四月书面说明。' }],
  ProposeFinding: [{}],
  ConfirmFinding: [
    { finding: { outcome: 'fault', kind: 'silent', gravity: 'ordinary', reasons: '逾期未答复，亦未延期。' } },
    { finding: { outcome: 'no-fault', reasons: '该单位收件时期限已近届满。' } },
  ],
  CloseReview: [{ measures: '分管负责人牵头整改，三十日内销号。' }],
  RemindOffice: [{ dutyId: 'state-side:0196a0c1-5d00-7000-8000-000000000004' }],
  RecordBreach: [{ dutyId: 'state-side:0196a0c1-5d00-7000-8000-000000000004' }],
  RecomputeDuties: [{}],
};
