import { randomUUID } from 'node:crypto';
import { createBench, type Bench, type Process } from './escalation.fixture';

let bench: Bench;
let escalation: Process;
beforeEach(async () => {
  bench = await createBench();
  escalation = bench.start();
});
afterEach(() => bench.close());

test('a request for relief that nobody decides on is reminded of, then missed', async () => {
  await bench.give('funds', 'relief', 'OpenFund', {
    name: '救助资金',
    office: 'petitions',
    budget_yuan: 1_000,
  });
  await bench.give('funds', 'relief', 'RequestRelief', {
    caseId: randomUUID(),
    by: 'housing',
    amount_yuan: 500,
    reasons: '困难',
  });
  await bench.toDay(30, escalation);
  expect(await bench.steps()).toEqual([
    'OfficeReminded petitions decide-relief',
    'DutyBreached petitions decide-relief',
  ]);
});

test('an item of a ledger is missed by its owner, and then the keeper owes nothing', async () => {
  await bench.give('ledgers', 'l1', 'OpenLedger', { title: '台账', office: 'petitions' });
  await bench.give('ledgers', 'l1', 'AddItem', { text: '管网', owner: 'housing', dueOn: '2026-03-10' });
  await bench.toDay(20, escalation);
  expect(await bench.steps()).toEqual([
    'OfficeReminded housing ledger-item',
    'DutyBreached housing ledger-item',
  ]);
});
