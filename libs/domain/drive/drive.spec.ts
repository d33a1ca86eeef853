import { dutiesOf, given, on, refusal, stateAfter } from '@huiyin/testing/decision';
import { EVERY_OFFICE } from '../offices';
import { driveAggregate, type DriveEvent, type DriveEvents } from '.';

type Of<T extends DriveEvent['type']> = Extract<DriveEvent, { type: T }>;
const event = <T extends DriveEvent['type']>(type: T, data: DriveEvents[T]): Of<T> =>
  ({ type, data }) as unknown as Of<T>;

const offices = {
  ...EVERY_OFFICE,
  superior: (office: string) => (office === 'government' ? undefined : 'government'),
};
const form = {
  pack: 'xinfang-2022',
  by: 'government',
  subject: '汛期排查',
  offices: ['housing', 'water'],
  from: '2026-03-02',
  to: '2026-03-03',
};
const opened = event('DriveOpened', {
  ...form,
  pack: 'xinfang-2022@2',
  endsAt: '2026-03-03T15:59:59.999Z',
});
const called = (day: string, opensAt: string) =>
  event('ReportsCalled', {
    by: 'government',
    day,
    opensAt,
    reports: ['housing', 'water'].map((office) => ({ report: `${office}/${day}`, office })),
  });
const began = [
  opened,
  called('2026-03-02', '2026-03-01T16:00:00.000Z'),
  called('2026-03-03', '2026-03-02T16:00:00.000Z'),
];
const zero = event('ZeroReported', { report: 'housing/2026-03-02', by: 'housing', day: '2026-03-02' });
const some = event('MattersReported', {
  report: 'housing/2026-03-02',
  by: 'housing',
  day: '2026-03-02',
  count: 2,
  text: '两处',
});
const open = (more: object = {}) => ({ type: 'OpenDrive', data: { ...form, ...more } }) as const;
const reportZero = (day = '2026-03-02', office = 'housing') =>
  ({ type: 'ReportZero', data: { office, day } }) as const;
const drive = given(driveAggregate, ...began);

describe('a drive', () => {
  it('is opened by an office above, which asks each for a report each day', () => {
    given(driveAggregate).when(open(), { offices }).then(began);
    given(driveAggregate)
      .when(open({ by: 'housing', offices: ['water'] }), { offices })
      .then(refusal('not-below', { office: 'water', by: 'housing' }));
    given(driveAggregate)
      .when(open({ offices: ['government'] }), { offices })
      .then(refusal('not-below'));
    given(driveAggregate).when(open(), { offices, office: 'water' }).then(refusal('not-the-holder'));
    drive.when(open(), { offices }).then(refusal('already-exists'));
  });
  it.each([
    ['2026-03-02', '2026-03-01'],
    ['2026-03-02', '2026-07-01'],
  ])('does not last from %s to %s', (from, to) =>
    given(driveAggregate)
      .when(open({ from, to }), { offices })
      .then(refusal('drive-without-days', { from, to })),
  );
  it('asks for nothing of a day that has passed', () =>
    given(driveAggregate)
      .when(open({ from: '2026-03-01' }), { offices })
      .then(refusal('drive-in-the-past', { from: '2026-03-01', today: '2026-03-02' })));
  it('knows zero from some, and each from what is missing', () => {
    drive.when(reportZero()).then([zero]);
    drive
      .when({ type: 'ReportMatters', data: { office: 'housing', day: '2026-03-02', count: 2, text: '两处' } })
      .then([some]);
    expect(stateAfter(driveAggregate, ...began, zero)).toMatchObject({
      reported: { 'housing/2026-03-02': 0 },
    });
    const none = { office: 'housing', day: '2026-03-02', count: 0, text: '无' };
    expect(driveAggregate.commands['ReportMatters']!.safeParse(none).success).toBe(false);
  });
  it('takes one report a day, from the office itself, of a day that has come', () => {
    given(driveAggregate, ...began, zero)
      .when(reportZero())
      .then(refusal('reported-already', { report: 'housing/2026-03-02' }));
    drive
      .when(reportZero(), { office: 'water' })
      .then(refusal('not-the-holder', { holder: 'housing', office: 'water' }));
    for (const given of [reportZero('2026-03-03'), reportZero('2026-03-01'), reportZero('2026-03-02', 'x')])
      drive.when(given).then(refusal('report-not-asked'));
  });
  it('owes each report until the day ends: zero meets it, silence does not', () => {
    const owed = (...more: DriveEvent[]) =>
      dutiesOf(...began.map((one) => on('2026-03-01T12:00:00+08:00', one)), ...more)
        .filter(({ owner }) => owner === 'housing')
        .map(({ instance, status, startedAt, dueAt }) => `${instance} ${status} ${startedAt} ${dueAt}`);
    const second = 'housing/2026-03-03 open 2026-03-02T16:00:00.000Z 2026-03-03T15:59:59.999Z';
    const first = 'housing/2026-03-02 open 2026-03-01T16:00:00.000Z 2026-03-02T15:59:59.999Z';
    expect(owed()).toEqual([first, second]);
    expect(owed(on('2026-03-02T18:00:00+08:00', zero))).toEqual([first.replace('open', 'met'), second]);
    expect(owed(on('2026-03-03T08:00:00+08:00', some))).toEqual([first.replace('open', 'met-late'), second]);
  });
  it('is closed by the office that opened it, and then asks for nothing more', () => {
    const closed = event('DriveClosed', { by: 'government', result: '结束' });
    const close = { type: 'CloseDrive', data: { result: '结束' } } as const;
    drive.when(close, { office: 'government' }).then([closed]);
    drive.when(close, { office: 'housing' }).then(refusal('not-the-holder'));
    given(driveAggregate, ...began, closed)
      .when(reportZero())
      .then(refusal('wrong-state', { status: 'closed' }));
    const late = on('2026-03-01T20:00:00+08:00', closed);
    const statuses = dutiesOf(...began.map((one) => on('2026-03-01T12:00:00+08:00', one)), late).map(
      ({ rule, status }) => `${rule} ${status}`,
    );
    expect(statuses).toEqual([
      'drive-result met',
      ...Array.from({ length: 4 }, () => 'drive-report cancelled'),
    ]);
  });
  it('owes its result ten working days after its last day', () => {
    const [result] = dutiesOf(on('2026-03-01T12:00:00+08:00', opened));
    expect(result).toMatchObject({
      rule: 'drive-result',
      owner: 'government',
      startedAt: '2026-03-03T15:59:59.999Z',
      dueAt: '2026-03-17T15:59:59.999Z',
    });
  });
});
