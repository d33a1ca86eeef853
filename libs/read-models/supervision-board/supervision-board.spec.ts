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
  [[ordered, breached], { status: 'ordered', breaches: 1 }],
])('events %#', (events, row) => {
  expect(given(...events).rows(supervisionBoard)).toMatchObject([{ id: '1', ...row }]);
});
