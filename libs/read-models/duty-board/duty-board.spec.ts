import { bundledAdopted, given, type Told } from '@huiyin/testing/view';
import { caseSteps } from '@huiyin/testing/histories';
import { dutyBoard } from './projection';
import type { DutyRow } from './table';

const one = caseSteps('1');
const sent = [
  ...bundledAdopted,
  one.registered({}, '2026-03-02T01:00:00.000Z'),
  one.sorted({}, '2026-03-03T01:00:00.000Z'),
  one.sent({}, '2026-03-04T01:00:00.000Z'),
];
const board = (...events: readonly Told[]): DutyRow[] =>
  given(...events)
    .rows<DutyRow>(dutyBoard)
    .filter(({ duty }) => duty !== '');
const rule = (rows: readonly DutyRow[], id: string): DutyRow => rows.find((row) => row.rule === id)!;

test('sending a case raises the duties of the office that it was sent to', () => {
  const rows = board(...sent);
  expect(rule(rows, 'sort-and-send')).toMatchObject({ status: 'met', owner: 'petitions', caseId: '1' });
  expect(rule(rows, 'acknowledge')).toMatchObject({
    status: 'open',
    owner: 'housing-bureau',
    dueAt: '2026-03-19T15:59:59.999Z',
  });
  expect(rule(rows, 'object').kind).toBe('window');
});

test('what is owed on a fund is about the case of its request, also when a later event does not say so', () => {
  const step = (type: string, data: object, at: string): Told =>
    ({ stream: 'fund-relief', type, data, occurredAt: at }) as unknown as Told;
  const rows = board(
    ...bundledAdopted,
    step('FundOpened', { pack: 'xinfang-2022', office: 'petitions' }, '2026-03-02T01:00:00.000Z'),
    step('ReliefRequested', { request: 'r1', caseId: '1', by: 'housing-bureau' }, '2026-03-02T02:00:00.000Z'),
    step('ReliefRequested', { request: 'r2', caseId: '2', by: 'housing-bureau' }, '2026-03-02T03:00:00.000Z'),
    step('ReliefApproved', { request: 'r1', by: 'petitions' }, '2026-03-03T01:00:00.000Z'),
  );
  expect(rows.map(({ rule: id, caseId, status }) => `${id} ${caseId} ${status}`).sort()).toEqual([
    'decide-relief 1 met',
    'decide-relief 2 open',
    'pay-relief 1 open',
  ]);
});

const step = (stream: string, type: string, data: object, at: string): Told => ({
  stream,
  type,
  data,
  occurredAt: at,
});

test('what is owed on advice rests on the cases that it cites, and is about none of them', () => {
  const between = { pack: 'xinfang-2022', office: 'housing', adviser: 'petitions' };
  const grounds = [{ caseId: '1' }, { caseId: '2', reviewId: '7' }, { caseId: '1' }];
  const rows = board(
    ...bundledAdopted,
    step(
      'advice-9',
      'AdviceGiven',
      { ...between, kind: 'improve-work', grounds },
      '2026-03-02T01:00:00.000Z',
    ),
    step('advice-9', 'AdviceAdopted', { ...between, plan: 'p' }, '2026-03-03T01:00:00.000Z'),
  );
  expect(rows).toMatchObject([
    { rule: 'answer-advice', owner: 'housing', status: 'met', caseId: null, cites: ['1', '2'] },
    { rule: 'carry-out-advice', owner: 'housing', status: 'open', caseId: null, cites: ['1', '2'] },
  ]);
});

test('what a rung asks for rests on the faults counted until then, and not on later ones', () => {
  const counted = (caseId: string, at: string): Told =>
    step('standing-housing', 'FaultCounted', { pack: 'xinfang-2022', caseId, reviewId: `r${caseId}` }, at);
  const talk = { pack: 'xinfang-2022', rung: 'talk', order: 'talk/talk', by: 'city', within_days: 10 };
  const rows = board(
    ...bundledAdopted,
    counted('1', '2026-03-02T01:00:00.000Z'),
    step('standing-housing', 'TalkOrdered', talk, '2026-03-02T02:00:00.000Z'),
    counted('2', '2026-03-05T01:00:00.000Z'),
  );
  expect(rows).toMatchObject([
    { rule: 'hold-talk', owner: 'city', status: 'open', caseId: null, cites: ['1'] },
  ]);
});

test('a drive owes a report for each office and day: what is missing stays owed, zero is a report', () => {
  const reports = ['housing', 'water'].map((office) => ({ office, report: `${office}/2026-03-02` }));
  const called = { by: 'city', day: '2026-03-02', opensAt: '2026-03-01T16:00:00.000Z', reports };
  const opened = { pack: 'xinfang-2022', by: 'city', endsAt: '2026-03-02T15:59:59.999Z' };
  const zero = { by: 'housing', day: '2026-03-02', report: 'housing/2026-03-02' };
  const rows = board(
    ...bundledAdopted,
    step('drive-flood', 'DriveOpened', opened, '2026-03-01T01:00:00.000Z'),
    step('drive-flood', 'ReportsCalled', called, '2026-03-01T01:00:00.000Z'),
    step('drive-flood', 'ZeroReported', zero, '2026-03-02T01:00:00.000Z'),
  );
  expect(rows.map(({ owner, rule: id, status, dueAt }) => [owner, id, status, dueAt])).toEqual([
    ['housing', 'drive-report', 'met', '2026-03-02T15:59:59.999Z'],
    ['water', 'drive-report', 'open', '2026-03-02T15:59:59.999Z'],
    ['city', 'drive-result', 'open', expect.any(String)],
  ]);
});

test('a duty is met by the step that it asks for', () => {
  const rows = board(...sent, one.acknowledged({}, '2026-03-05T01:00:00.000Z'));
  expect(rule(rows, 'acknowledge')).toMatchObject({ status: 'met', endedAt: '2026-03-05T01:00:00.000Z' });
});

test('a recorded breach and a reminder are marked on their duty', () => {
  const dutyId = rule(board(...sent), 'accept').duty;
  const rows = board(
    ...sent,
    one.reminded({ dutyId }, '2026-03-20T00:00:00.000Z'),
    one.breached({ dutyId }, '2026-03-26T00:00:00.000Z'),
  );
  expect(rule(rows, 'accept')).toMatchObject({
    remindedAt: '2026-03-20T00:00:00.000Z',
    breachedAt: '2026-03-26T00:00:00.000Z',
    status: 'open',
  });
  expect(rule(rows, 'acknowledge').breachedAt).toBeNull();
});

test('a supervision order owes on the case that it is about', () => {
  const ordered = {
    stream: 'supervision-9',
    type: 'SupervisionOrdered',
    data: {
      pack: 'xinfang-2022',
      caseId: '1',
      office: 'housing-bureau',
      by: 'petitions',
      trigger: 'breach',
    },
  };
  const replied = {
    stream: 'supervision-9',
    type: 'SupervisionReplied',
    data: { by: 'housing-bureau', text: 'done' },
  };
  const rows = board(...bundledAdopted, ordered, replied);
  expect(rows.length).toBeGreaterThan(0);
  expect(new Set(rows.map(({ caseId }) => caseId))).toEqual(new Set(['1']));
});
