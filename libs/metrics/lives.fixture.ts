import { DAY_ms } from '@huiyin/kernel';
import { caseSteps } from '@huiyin/testing/histories';
import type { Told } from '@huiyin/testing/view';

/* Some whole lives of cases, so that every metric has something to count in every random city, met and not. */

const START_ms = Date.parse('2026-03-02T02:00:00.000Z');
const on = (days: number): string => new Date(START_ms + days * DAY_ms).toISOString();

const told = (stream: string, type: string, data: object, days: number): Told => ({
  stream,
  type,
  data,
  occurredAt: on(days),
});

const about = { pack: 'xinfang-2022', office: 'housing', by: 'petitions' };

/** In time everywhere: closed once and for all, and accepted. */
function wellHandled(id: string): readonly Told[] {
  const one = caseSteps(id, 'housing');
  const step = (type: string, data: object, days: number): Told => told(`case-${id}`, type, data, days);
  return [
    one.registered({ receivedAt: on(0) }, on(0)),
    one.sorted({}, on(1)),
    one.sent({ mode: 'assign' }, on(2)),
    one.acknowledged({}, on(3)),
    one.accepted({}, on(4)),
    one.extended({}, on(10)),
    step('HelpAssessed', { by: 'housing', helper: 'heating', mark: 'good', reasons: 'r' }, 11),
    step(
      'AgreementMade',
      { by: 'housing', agreement: 'a1', instalments: [{ instalment: 'a1.1', dueOn: '2026-03-30' }] },
      12,
    ),
    step('InstalmentKept', { by: 'housing', instalment: 'a1.1' }, 13),
    one.answered({ told: true }, on(20)),
    step('ClosingReported', { by: 'housing', text: 't' }, 21),
    one.closed({}, on(22)),
    step(
      'CalledBack',
      { by: 'petitions', responded: true, solved: true, satisfied: true, accepts: true },
      23,
    ),
    step(
      'CaseRated',
      {
        receiver: 'petitions',
        office: 'housing',
        petitionDepartment: 'satisfied',
        handlingOffice: 'satisfied',
      },
      24,
    ),
  ];
}

/** Late everywhere: passed on, brought back, reviewed and overturned. */
function badlyHandled(id: string, like: string): readonly Told[] {
  const one = caseSteps(id, 'housing');
  const step = (type: string, data: object, days: number): Told => told(`case-${id}`, type, data, days);
  return [
    one.registered({ receivedAt: on(0) }, on(0)),
    step('CaseLinked', { by: 'petitions', to: like, as: 'repeat' }, 1),
    one.sorted({}, on(20)),
    one.sent({ mode: 'assign' }, on(21)),
    one.objected({}, on(22)),
    one.rejected({}, on(23)),
    one.objected({}, on(23)),
    one.upheld({}, on(24)),
    one.sent({}, on(25)),
    one.objected({}, on(26)),
    one.upheld({}, on(27)),
    one.sent({ mode: 'assign' }, on(30)),
    one.acknowledged({}, on(80)),
    one.accepted({}, on(81)),
    step('HelpAssessed', { by: 'housing', helper: 'heating', mark: 'poor', reasons: 'r' }, 82),
    step(
      'AgreementMade',
      { by: 'housing', agreement: 'a1', instalments: [{ instalment: 'a1.1', dueOn: '2026-06-01' }] },
      83,
    ),
    one.breached({ dutyId: 'd' }, on(150)),
    one.answered({ told: true }, on(200)),
    one.closed({}, on(240)),
    step(
      'CalledBack',
      { by: 'petitions', responded: false, solved: false, satisfied: false, accepts: false },
      241,
    ),
    step(
      'CaseRated',
      {
        receiver: 'petitions',
        office: 'housing',
        petitionDepartment: 'dissatisfied',
        handlingOffice: 'dissatisfied',
      },
      242,
    ),
    step('ReviewAsked', { stage: 'review', of: 'housing', to: 'city-government' }, 243),
    step(
      'ReviewDecided',
      { by: 'city-government', office: 'housing', stage: 'review', outcome: 'uphold', text: 't', basis: 'b' },
      300,
    ),
    step('ReviewAsked', { stage: 're-review', of: 'housing', to: 'city-government' }, 301),
    step(
      'ReviewDecided',
      {
        by: 'city-government',
        office: 'housing',
        stage: 're-review',
        outcome: 'revoke',
        text: 't',
        basis: 'b',
      },
      302,
    ),
    one.reopened({}, on(303)),
  ];
}

/** An order on a case and a review of how it was handled, with one outcome or the other. */
const followedUp = (caseId: string, wrong: boolean): readonly Told[] => [
  told(`supervision-${caseId}`, 'SupervisionOrdered', { ...about, caseId, trigger: 'delay' }, 100),
  ...(wrong ? [told(`supervision-${caseId}`, 'SupervisionReplied', { by: 'housing', text: 't' }, 101)] : []),
  told(`supervision-${caseId}`, 'SupervisionClosed', { by: 'petitions', solved: wrong, reasons: 'r' }, 190),
  told(`review-${caseId}`, 'ReviewOpened', { ...about, caseId, at: on(191), reasons: 'r' }, 191),
  told(
    `review-${caseId}`,
    'FindingConfirmed',
    {
      ...about,
      caseId,
      finding: wrong
        ? { outcome: 'fault', kind: 'late', gravity: 'ordinary', reasons: 'r' }
        : { outcome: 'no-fault', reasons: 'r' },
    },
    200,
  ),
];

/** A fault that a dispute took back, and one on a link that stands. */
const disputed = (caseId: string): readonly Told[] => {
  const stream = `review-${caseId}-again`;
  const fault = { outcome: 'fault', kind: 'late', gravity: 'slight', reasons: 'r' };
  const noFault = { outcome: 'no-fault', reasons: 'r' };
  return [
    told(stream, 'ReviewOpened', { ...about, caseId, at: on(210), reasons: 'r' }, 210),
    told(stream, 'FindingConfirmed', { ...about, caseId, finding: fault }, 211),
    told(stream, 'LinkFound', { ...about, office: 'heating', caseId, link: 'owner@3', finding: fault }, 212),
    told(
      stream,
      'FindingRevised',
      { ...about, caseId, finding: noFault, was: fault, cleared: true, confirmedOn: '2026-09-29' },
      220,
    ),
  ];
};

const open = caseSteps('life-open', 'housing');

export const lives: readonly Told[] = [
  ...wellHandled('life-good'),
  ...badlyHandled('life-bad', 'life-like'),
  ...wellHandled('life-like'),
  ...followedUp('life-good', false),
  ...followedUp('life-bad', true),
  ...disputed('life-bad'),
  open.registered({ receivedAt: on(0) }, on(0)),
  open.sorted({}, on(13)),
  open.sent({ mode: 'assign' }, on(14)),
];
