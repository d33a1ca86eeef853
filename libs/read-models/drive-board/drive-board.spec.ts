import { given, type Told } from '@huiyin/testing/view';
import { driveBoard, statusOf, type DriveRow } from '.';

const AT = '2026-03-02T08:00:00.000Z';
const on = (type: string, data: object, occurredAt = AT): Told => ({
  stream: 'drive-flood',
  type,
  data,
  occurredAt,
});
const opened = on('DriveOpened', {
  pack: 'xinfang-2022@2',
  by: 'government',
  subject: '汛期排查',
  offices: ['housing', 'water'],
  from: '2026-03-02',
  to: '2026-03-02',
  endsAt: '2026-03-02T15:59:59.999Z',
});
const called = on('ReportsCalled', {
  by: 'government',
  day: '2026-03-02',
  opensAt: AT,
  reports: ['housing', 'water'].map((office) => ({ report: `${office}/2026-03-02`, office })),
});
const said = { report: 'housing/2026-03-02', by: 'housing', day: '2026-03-02' };
const zero = on('ZeroReported', said);
const some = on('MattersReported', { ...said, count: 2, text: '两处' });
const breached = (office: string): Told =>
  on('DutyBreached', {
    dutyId: `drive-report:e2:${office}/2026-03-02`,
    rule: 'drive-report',
    office,
    overseer: 'government',
    dueAt: '2026-03-02T15:59:59.999Z',
  });
const board = (...events: Told[]) =>
  given(opened, called, ...events)
    .rows<DriveRow>(driveBoard)
    .filter(({ report }) => report !== '')
    .map((row) => `${row.office} ${statusOf(row)}${row.missedAt ? ' missed' : ''}`);

test('zero, some, missing and awaited are four things', () => {
  expect(board()).toEqual(['housing awaited', 'water awaited']);
  expect(board(zero)).toEqual(['housing zero', 'water awaited']);
  expect(board(some)).toEqual(['housing matters', 'water awaited']);
  expect(board(zero, breached('water'))).toEqual(['housing zero', 'water missing missed']);
});

test('a report that came late stays one that was missing', () =>
  expect(board(breached('housing'), zero)).toEqual(['housing zero missed', 'water awaited']));

test('the drive itself says of what it is, and whether it is over', () => {
  const [drive] = given(
    opened,
    called,
    on('DriveClosed', { by: 'government', result: '结束' }),
  ).rows<DriveRow>(driveBoard);
  expect(drive).toMatchObject({ subject: '汛期排查', by: 'government', status: 'closed', office: null });
});
