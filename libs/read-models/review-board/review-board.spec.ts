import { given, type Told } from '@huiyin/testing/view';
import { reviewBoard } from './projection';

const on = (type: string, data: object, stream = 'review-1'): Told => ({ stream, type, data });
const opened = on('ReviewOpened', {
  pack: 'xinfang-2022',
  caseId: '9',
  office: 'housing',
  by: 'petitions',
  reasons: 'r',
});
const fault = { outcome: 'fault', kind: 'late', gravity: 'grave', reasons: 'late' };
const proposed = on('FindingProposed', { by: 'system', finding: fault });
const confirmed = (finding: object) => on('FindingConfirmed', { office: 'housing', finding });
const counted = on('FaultCounted', { office: 'housing', reviewId: '1', inWindow: 2 }, 'standing-housing');

test.each([
  [[opened], { status: 'opened', office: 'housing', caseId: '9', outcome: null }],
  [
    [opened, on('SideStated', { by: 'housing', text: 't' })],
    { status: 'opened', statedAt: expect.any(String) },
  ],
  [[opened, proposed], { status: 'proposed', proposed: fault, outcome: null, finding: null }],
  [
    [opened, proposed, confirmed(fault)],
    { status: 'confirmed', outcome: 'fault', kind: 'late', gravity: 'grave' },
  ],
  [
    [opened, confirmed({ outcome: 'no-fault', reasons: 'r' })],
    { outcome: 'no-fault', kind: null, gravity: null },
  ],
  [[opened, confirmed(fault), counted], { faultsInWindow: 2, revision: 1 }],
  [
    [opened, confirmed(fault), on('ReviewClosed', { by: 'petitions', measures: 'talk' })],
    { status: 'closed', measures: 'talk' },
  ],
])('events %#', (events, row) => {
  expect(given(...events).rows(reviewBoard)).toMatchObject([{ id: '1', ...row }]);
});

test('a dispute and what it led to, links and remedies, each beside what stood', () => {
  const noFault = { outcome: 'no-fault', reasons: 'r' };
  const [row] = given(
    opened,
    on('EvidenceAssembled', {
      sha256: 'abc',
      called: [{ link: 'owner@3', role: 'owner', office: 'water', from: 'x' }],
    }),
    on('LinkSideStated', { by: 'water', link: 'owner@3', text: 't' }),
    on('LinkFound', { office: 'water', link: 'owner@3', finding: noFault }),
    confirmed(fault),
    counted,
    on('RemedyOrdered', { remedy: 'r1', office: 'housing', text: 't', within_days: 9 }),
    on('RemedyCarriedOut', { remedy: 'r1', by: 'housing', text: 'done' }),
    on('FindingDisputed', { office: 'housing', to: 'city', text: 't' }),
    on('FaultSetAside', { office: 'housing', reviewId: '1', inWindow: 1 }, 'standing-housing'),
    on('FindingRevised', { office: 'housing', was: fault, finding: noFault, confirmedOn: '2026-03-02' }),
  ).rows(reviewBoard);
  expect(row).toMatchObject({
    evidence: 'abc',
    links: [{ link: 'owner@3', office: 'water', statedAt: expect.any(String), finding: noFault }],
    ...{ dispute: 'settled', was: fault, finding: noFault, outcome: 'no-fault', kind: null },
    remedies: [{ remedy: 'r1', within_days: 9, doneAt: expect.any(String) }],
    faultsInWindow: null,
  });
});

test('what was referred: received, taken up, its outcome; and what was withdrawn', () => {
  const sent = { referral: 'f1', to: 'discipline', office: 'housing' };
  const told = (type: string, more: object = {}) => on(type, { ...sent, ...more });
  const [row] = given(
    opened,
    confirmed(fault),
    told('ReviewReferred'),
    told('ReferralReceiptRecorded', { reference: '31' }),
    told('ReferralOutcomeRecorded', { outcome: 'taken-up', concluded: false, text: 't' }),
    told('ReferralOutcomeRecorded', { outcome: 'admonition', concluded: true, text: 'u' }),
    told('ReviewReferred', { referral: 'f2', office: 'water' }),
    told('ReferralWithdrawn', { referral: 'f2' }),
  ).rows(reviewBoard);
  const at = expect.any(String) as string;
  expect(row).toMatchObject({
    referrals: [
      { ...sent, sentAt: at, receivedAt: at, reference: '31', outcome: 'admonition', text: 'u' },
      { referral: 'f2', office: 'water', sentAt: at, withdrawnAt: at },
    ],
  });
});

test('a fault that is counted for another review is not shown here', () => {
  const other = on('FaultCounted', { office: 'housing', reviewId: '2', inWindow: 2 }, 'standing-housing');
  expect(given(opened, other).rows(reviewBoard)).toMatchObject([{ id: '1', faultsInWindow: null }]);
});
