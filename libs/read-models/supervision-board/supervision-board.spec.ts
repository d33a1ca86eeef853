import { given, type Told } from '@huiyin/testing/view';
import { supervisionBoard } from './projection';

const on = (type: string, data: object, occurredAt: string): Told => ({
  stream: 'supervision-1',
  type,
  data,
  occurredAt,
});
const ordered = on(
  'SupervisionOrdered',
  {
    pack: 'xinfang-2022',
    caseId: '1',
    office: 'housing',
    by: 'petitions',
    trigger: 'breach',
    rule: 'accept',
  },
  '2026-03-02T01:00:00.000Z',
);
const replied = on('SupervisionReplied', { by: 'housing', text: 'done' }, '2026-03-03T01:00:00.000Z');
const closed = on(
  'SupervisionClosed',
  { by: 'petitions', solved: true, reasons: 'r' },
  '2026-03-04T01:00:00.000Z',
);
const breached = on(
  'DutyBreached',
  { dutyId: 'd', rule: 'reply', office: 'housing' },
  '2026-03-20T01:00:00.000Z',
);

test.each([
  [[ordered], { status: 'ordered', office: 'housing', by: 'petitions', rule: 'accept', repliedAt: null }],
  [[ordered, replied], { status: 'replied', repliedAt: '2026-03-03T01:00:00.000Z', solved: null }],
  [
    [ordered, replied, closed],
    { status: 'closed', closedAt: '2026-03-04T01:00:00.000Z', solved: true, revision: 2 },
  ],
  [
    [
      {
        ...ordered,
        data: { ...(ordered.data as object), checklist: ['solved'], cites: [7], threshold: 'third-pass' },
      },
      on('SupervisionAcknowledged', { by: 'housing' }, '2026-03-03T01:00:00.000Z'),
      on('ChecklistItemAdded', { by: 'petitions', item: 'x1', text: '退费' }, '2026-03-03T02:00:00.000Z'),
      on(
        'ChecklistTicked',
        { by: 'petitions', items: ['solved'], evidence: 'e' },
        '2026-03-03T03:00:00.000Z',
      ),
      on(
        'SiteVisitPlanned',
        { by: 'petitions', visit: 'v1', on: '2026-03-10', announced: false },
        '2026-03-03T04:00:00.000Z',
      ),
      on('SiteVisitReported', { by: 'petitions', visit: 'v1', text: 't' }, '2026-03-10T04:00:00.000Z'),
      on(
        'SupervisionListed',
        { by: 'petitions', office: 'housing', until: '2026-04-30', reasons: 'r' },
        '2026-03-11T04:00:00.000Z',
      ),
    ],
    {
      status: 'acknowledged',
      threshold: 'third-pass',
      cites: [7],
      checklist: [
        { item: 'solved', ticked: true },
        { item: 'x1', text: '退费', ticked: false },
      ],
      visits: [{ visit: 'v1', on: '2026-03-10', announced: false, reported: true }],
      listedUntil: '2026-04-30',
    },
  ],
  [
    [
      ordered,
      replied,
      on('ReplyReturned', { by: 'petitions', office: 'housing', reasons: 'r' }, '2026-03-05T01:00:00.000Z'),
    ],
    { status: 'acknowledged', repliedAt: null },
  ],
  [[ordered, breached], { status: 'ordered', breaches: 1 }],
])('events %#', (events, row) => {
  expect(given(...events).rows(supervisionBoard)).toMatchObject([{ id: '1', ...row }]);
});
