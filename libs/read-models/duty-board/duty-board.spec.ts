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
