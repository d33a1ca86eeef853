import { given } from '@huiyin/testing/view';
import { caseList, dutyBoard } from '@huiyin/read-models';
import { randomUUID } from 'node:crypto';
import { createBench, type Bench, type Process } from './escalation.fixture';

let bench: Bench;
let one: Process;
beforeEach(async () => {
  bench = await createBench();
  one = bench.start();
});
afterEach(() => bench.close());

const CASE = {
  channel: 'letter',
  category: 'housing',
  title: '漏水',
  place: '南湖街道',
  claims: [{ summary: '修复管道' }],
  receiver: 'petitions',
};
const sentToHousing = async (): Promise<string> => {
  const id = randomUUID();
  await bench.give('cases', id, 'RegisterCase', CASE);
  await bench.give('cases', id, 'SortCase', { routes: [{ claim: 'c1', route: 'residual' }] });
  await bench.give('cases', id, 'SendCase', { to: 'housing' });
  return id;
};
const merged = () =>
  bench.give('offices', 'housing', 'NameSuccessor', { successor: 'water', from: '2026-03-02' });
const replacements = async (id: string) =>
  (await bench.store.readStream(`case-${id}`)).filter(({ type }) => type === 'OfficeReplaced');

test('a case of an office that is succeeded is its successor’s at once, in the list and on the board', async () => {
  const id = await sentToHousing();
  await one.caughtUp();
  await merged();
  await one.caughtUp();
  // No time has passed, and nobody has taken a step.
  await one.escalation.fireDue();
  expect(await replacements(id)).toMatchObject([
    { data: { from: 'housing', to: 'water', why: 'succession' } },
  ]);
  const views = given(...(await bench.store.readAll({ after: 0, limit: 1_000 })));
  expect(views.rows<{ id: string; office: string }>(caseList)).toMatchObject([{ id, office: 'water' }]);
  const open = views
    .rows<{ status: string; owner: string; overseer: string }>(dutyBoard)
    .filter(({ status }) => status === 'open');
  expect(open.length).toBeGreaterThan(0);
  for (const { owner, overseer } of open) expect([owner, overseer]).not.toContain('housing');
});

test('so is one that has been overdue for long, and one of another office stays where it is', async () => {
  const overdue = await sentToHousing();
  await bench.toDay(300, one);
  const other = randomUUID();
  await bench.give('cases', other, 'RegisterCase', CASE);
  await merged();
  await one.caughtUp();
  await one.escalation.fireDue();
  expect(await replacements(overdue)).toHaveLength(1);
  expect(await replacements(other)).toEqual([]);
});
