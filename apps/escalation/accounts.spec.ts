import { randomUUID } from 'node:crypto';
import { createBench, type Bench, type Process } from './escalation.fixture';

let bench: Bench;
let escalation: Process;
beforeEach(async () => {
  bench = await createBench();
  escalation = bench.start();
});
afterEach(() => bench.close());

const register = async (claim: object = {}): Promise<string> => {
  const id = randomUUID();
  await bench.give('cases', id, 'RegisterCase', {
    channel: 'letter',
    category: 'housing',
    title: '房屋受损',
    place: '南湖街道',
    claims: [{ summary: '临时安置', ...claim }],
    receiver: 'petitions',
  });
  return id;
};
const stepsOn = async (rule: string): Promise<string[]> =>
  (await bench.steps()).filter((step) => step.endsWith(` ${rule}`));
const begun = async (type: string) => (await bench.escalated()).filter((event) => event.type === type);

async function askRelief(caseId: string): Promise<void> {
  const ask = { caseId, by: 'housing', amount_yuan: 500, reasons: '困难' };
  await bench.give('funds', 'relief', 'RequestRelief', ask);
}

describe('a request for relief that nobody decides on', () => {
  beforeEach(async () => {
    const fund = { name: '救助资金', office: 'petitions', budget_yuan: 1_000 };
    await bench.give('funds', 'relief', 'OpenFund', fund);
  });

  test('is reminded of, missed, supervised and reviewed, on its case and by the level above', async () => {
    const [other, caseId] = [await register(), await register()];
    await askRelief(other);
    await askRelief(caseId);
    await bench.give('funds', 'relief', 'ApproveRelief', { request: 'r1', approvedBy: '副局长' });
    await bench.give('funds', 'relief', 'PayRelief', { request: 'r1', receipt: '1' });
    await bench.toDay(30, escalation);
    expect(await stepsOn('decide-relief')).toEqual([
      'OfficeReminded petitions decide-relief',
      'DutyBreached petitions decide-relief',
      'SupervisionOrdered petitions decide-relief',
      'ReviewOpened petitions decide-relief',
    ]);
    const [order] = await begun('SupervisionOrdered');
    expect(order!.data).toMatchObject({
      caseId,
      account: 'fund-relief',
      by: 'government',
      trigger: 'breach',
    });
    const [review] = await begun('ReviewOpened');
    expect(review!.data).toMatchObject({ caseId, by: 'government' });
    // Nothing of what the fund holds on another case.
    const fund = await bench.store.readStream('fund-relief');
    const told = new Set(
      (review!.data as { evidence: { timeline: { position: number }[] } }).evidence.timeline.map(
        ({ position }) => position,
      ),
    );
    const own = fund.filter(({ position }) => told.has(position)).map(({ type }) => type);
    expect(own).toEqual(['ReliefRequested', 'DutyBreached']);
  });

  test('is solved when the relief is decided on, whatever became of the case', async () => {
    await askRelief(await register());
    await bench.toDay(20, escalation);
    const [order] = await begun('SupervisionOrdered');
    const id = order!.stream.slice('supervision-'.length);
    const close = () =>
      bench.give('supervisions', id, 'CloseSupervision', { reasons: '已审批' }, 'government');
    const items = (order!.data as { checklist: string[] }).checklist;
    await bench.give('supervisions', id, 'TickChecklist', { items, evidence: '台账' }, 'government');
    await expect(close()).rejects.toThrow('supervision-unsolved');
    await bench.give('funds', 'relief', 'RefuseRelief', { request: 'r1', reasons: '已由民政解决' });
    await close();
  });

  test('is not told on a case that accuses the office that keeps the fund', async () => {
    const id = await register();
    await bench.give('cases', id, 'AccuseOffice', { office: 'water' });
    const fund = { name: '水务救助', office: 'water', budget_yuan: 1_000 };
    await bench.give('funds', 'water', 'OpenFund', fund);
    await bench.give('funds', 'water', 'RequestRelief', {
      caseId: id,
      by: 'housing',
      amount_yuan: 1,
      reasons: '难',
    });
    await bench.toDay(40, escalation);
    expect((await stepsOn('decide-relief')).slice(-1)).toEqual(['DutyBreached water decide-relief']);
    expect(
      [...(await begun('SupervisionOrdered')), ...(await begun('ReviewOpened'))].map(
        ({ data }) => (data as { rule: string }).rule,
      ),
    ).not.toContain('decide-relief');
  });
});

describe('an item of a ledger', () => {
  const add = async (more: object = {}): Promise<void> => {
    await bench.give('ledgers', 'l1', 'OpenLedger', { title: '台账', office: 'petitions' });
    const item = { text: '管网', owner: 'housing', dueOn: '2026-03-10', ...more };
    await bench.give('ledgers', 'l1', 'AddItem', item);
  };

  test('is missed by its owner, then supervised and reviewed on its case', async () => {
    await add({ caseId: await register() });
    await bench.toDay(30, escalation);
    expect(await stepsOn('ledger-item')).toEqual([
      'OfficeReminded housing ledger-item',
      'DutyBreached housing ledger-item',
      'SupervisionOrdered housing ledger-item',
      'ReviewOpened housing ledger-item',
    ]);
  });

  test('that is about no case ends in the breach', async () => {
    await add();
    await bench.toDay(30, escalation);
    expect(await bench.steps()).toEqual([
      'OfficeReminded housing ledger-item',
      'DutyBreached housing ledger-item',
    ]);
  });
});
