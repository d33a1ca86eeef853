import { given } from '@huiyin/testing/view';
import {
  adviceBoard,
  caseList,
  dutyBoard,
  instructionBoard,
  reviewBoard,
  supervisionBoard,
  targetBoard,
  type View,
} from '@huiyin/read-models';

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

const on = async (stream: string, type: string) =>
  (await bench.store.readStream(stream)).filter((event) => event.type === type);
const settled = async (): Promise<void> => {
  await one.caughtUp();
  await one.escalation.fireDue();
  await one.caughtUp();
};
const board = async <Row>(view: View): Promise<Row[]> =>
  given(...(await bench.store.readAll({ after: 0, limit: 1_000 }))).rows<Row>(view);
const owing = async (): Promise<string[]> =>
  (await board<{ status: string; rule: string; owner: string; overseer: string }>(dutyBoard))
    .filter(({ status }) => status === 'open')
    .map(({ rule, owner, overseer }) => `${rule} ${owner} ${overseer}`)
    .sort();

describe('a supervision order', () => {
  const order = async (): Promise<{ caseId: string; id: string }> => {
    const [caseId, id] = [await sentToHousing(), randomUUID()];
    await bench.give('supervisions', id, 'OrderSupervision', {
      ...{ pack: 'xinfang-2022', caseId, office: 'housing', by: 'petitions' },
      ...{ trigger: 'perfunctory', reasons: '未到现场' },
    });
    await one.caughtUp();
    return { caseId, id };
  };

  test('is the successor’s, on its board and on the duty board, and the successor answers it', async () => {
    const { id } = await order();
    await merged();
    await settled();
    expect(await board(supervisionBoard)).toMatchObject([{ id, office: 'water', by: 'petitions' }]);
    expect(await owing()).toEqual(
      expect.arrayContaining([
        'acknowledge-supervision water petitions',
        'supervision-reply water petitions',
      ]),
    );
    await bench.give('supervisions', id, 'AcknowledgeSupervision', {}, 'water');
    await bench.give('supervisions', id, 'ReplyToSupervision', { text: '已办' }, 'water');
    await settled();
    expect(await on(`supervision-${id}`, 'OfficeReplaced')).toHaveLength(1);
  });

  test('that was replied to, so that nobody owes anything on it, goes over too', async () => {
    const { id } = await order();
    await bench.give('supervisions', id, 'ReplyToSupervision', { text: '已办' });
    await one.caughtUp();
    await bench.give('offices', 'petitions', 'NameSuccessor', { successor: 'water', from: '2026-03-02' });
    await settled();
    expect(await board(supervisionBoard)).toMatchObject([{ office: 'housing', by: 'water' }]);
    await bench.give('supervisions', id, 'ReturnReply', { reasons: '未说明' }, 'water');
  });

  test('does not end with an office that supervises itself: the one above does', async () => {
    await order();
    await bench.give('offices', 'housing', 'NameSuccessor', { successor: 'petitions', from: '2026-03-02' });
    await settled();
    expect(await board(supervisionBoard)).toMatchObject([{ office: 'petitions', by: 'government' }]);
    expect(await owing()).toEqual(expect.arrayContaining(['supervision-reply petitions government']));
  });

  test('that is closed stays as it was', async () => {
    const { id } = await order();
    await bench.give('supervisions', id, 'CloseSupervision', { solved: false, reasons: '转入倒查' });
    await merged();
    await settled();
    expect(await on(`supervision-${id}`, 'OfficeReplaced')).toEqual([]);
  });
});

describe('a review', () => {
  const FAULT = { outcome: 'fault', kind: 'perfunctory', gravity: 'ordinary', reasons: '敷衍' };
  let review: string;
  beforeEach(async () => {
    review = randomUUID();
    const caseId = await sentToHousing();
    const about = { pack: 'xinfang-2022', caseId, office: 'housing', by: 'petitions' };
    await bench.give('reviews', review, 'OpenReview', { ...about, reasons: '敷衍' });
    await settled();
  });
  const step = (type: string, data: object, office?: string) =>
    bench.give('reviews', review, type, data, office);
  const standing = async (office: string) =>
    (await bench.store.readStream(`standing-${office}`)).map(({ type }) => type);

  test('that is open: the successor states its side, and the fault is its own', async () => {
    await merged();
    await settled();
    expect(await board(reviewBoard)).toMatchObject([{ id: review, office: 'water', by: 'petitions' }]);
    expect(await owing()).toEqual(expect.arrayContaining(['state-side water petitions']));
    await step('StateSide', { text: '接手后已办' }, 'water');
    await step('ConfirmFinding', { finding: FAULT }, 'petitions');
    await settled();
    expect(await standing('water')).toContain('FaultCounted');
    expect(await standing('housing')).toEqual([]);
  });

  test('that has found: the successor disputes it, and what counted is set aside where it counted', async () => {
    await step('StateSide', { text: '已办' });
    await step('ConfirmFinding', { finding: FAULT });
    await step('OrderRemedy', { text: '台账', within_days: 30 });
    await step('CloseReview', { measures: '整改' });
    await settled();
    expect(await standing('housing')).toContain('FaultCounted');
    await merged();
    await settled();
    expect(await owing()).toEqual(expect.arrayContaining(['carry-out-remedy water petitions']));
    await step('CarryOutRemedy', { remedy: 'r1', text: '已建' }, 'water');
    await step('DisputeFinding', { text: '已书面答复' }, 'water');
    await settled();
    expect(await standing('housing')).toContain('FaultSetAside');
    expect(await standing('water')).toEqual([]);
  });
});

test('advice is answered by whoever took over from the office that was advised', async () => {
  const id = randomUUID();
  await bench.give('advice', id, 'GiveAdvice', {
    ...{ pack: 'xinfang-2022', kind: 'improve-work', office: 'housing', adviser: 'petitions' },
    ...{ text: '逐件回访', reasons: '重复发生', grounds: [{ caseId: randomUUID() }] },
  });
  await one.caughtUp();
  await merged();
  await settled();
  expect(await board(adviceBoard)).toMatchObject([{ office: 'water', owedBy: 'water' }]);
  await bench.give('advice', id, 'AdoptAdvice', { plan: '即办' }, 'water');
});

test('who was called in, or told to report to a leader, is followed by its successor', async () => {
  const id = randomUUID();
  await bench.give('offices', 'street', 'RegisterOffice', {
    ...{ level: 'city', territory: 'city', name: { zh: 's', en: 's' }, superior: 'government' },
  });
  await bench.give('cases', id, 'RegisterCase', CASE);
  await bench.give('cases', id, 'SortCase', { routes: [{ claim: 'c1', route: 'residual' }] });
  await bench.give('cases', id, 'SendCase', { to: 'street' });
  await bench.give('cases', id, 'AcknowledgeCase');
  await bench.give('cases', id, 'AcceptCase');
  await bench.give('cases', id, 'CallHelp', { helper: 'housing', how: 'whistle', task: '查明漏点' });
  await bench.give('cases', id, 'GiveInstruction', {
    ...{ post: 'county-head', of: 'government', to: 'housing', text: '请解决' },
  });
  await one.caughtUp();
  await merged();
  await settled();
  expect(await owing()).toEqual(
    expect.arrayContaining(['help water street', 'report-instruction water petitions']),
  );
  expect(await board(instructionBoard)).toMatchObject([{ office: 'water', of: 'government' }]);
  await bench.give('cases', id, 'GiveHelp', { helper: 'water', text: '已更换' }, 'water');
  await bench.give('cases', id, 'ReportInstruction', { instruction: 'i1', text: '已解决' }, 'water');
  await settled();
  expect((await owing()).filter((duty) => duty.startsWith('help') || duty.startsWith('report-i'))).toEqual(
    [],
  );
});

describe('what is about no single case', () => {
  const owedBy = async (office: string): Promise<string[]> =>
    (await board<{ status: string; rule: string; owner: string }>(dutyBoard))
      .filter(({ status, owner }) => status === 'open' && owner === office)
      .map(({ rule }) => rule)
      .sort();
  const handedOver = async (): Promise<void> => {
    await one.caughtUp();
    await merged();
    await settled();
    expect(await owedBy('housing')).toEqual([]);
  };

  test('an item of a ledger is the successor’s, and so is the ledger that the office kept', async () => {
    await bench.give('ledgers', 'of-petitions', 'OpenLedger', { title: '台账', office: 'petitions' });
    const item = { text: '管网改造', owner: 'housing', dueOn: '2026-10-31' };
    await bench.give('ledgers', 'of-petitions', 'AddItem', item);
    await bench.give('ledgers', 'of-housing', 'OpenLedger', { title: '台账', office: 'housing' });
    await bench.give('ledgers', 'of-housing', 'AddItem', { ...item, owner: 'petitions' });
    await handedOver();
    expect(await owedBy('water')).toEqual(['ledger-item']);
    await bench.give('ledgers', 'of-petitions', 'ReportItem', { item: 'i1', text: '已完成' }, 'water');
    await bench.give('ledgers', 'of-housing', 'CancelItem', { item: 'i1', evidence: '核查' }, 'water');
    await bench.give('ledgers', 'of-housing', 'ArchiveLedger', { number: '1' }, 'water');
  });

  test('a letter of targets is signed by the successor, under the name that it has now', async () => {
    const targets = [{ metric: 'on-time-answer', value: 98 }];
    const letter = { office: 'housing', by: 'petitions', year: 2026, targets };
    await bench.give('targets', 'housing-2026', 'SetTargets', letter);
    await handedOver();
    expect(await owedBy('water')).toEqual(['sign-targets']);
    expect(await board(targetBoard)).toMatchObject([{ office: 'water', by: 'petitions', status: 'set' }]);
    await bench.give('targets', 'housing-2026', 'SignTargets', { post: 'first-responsible' }, 'water');
  });

  test('the reports of a drive that are still to come are the successor’s, beside its own', async () => {
    await bench.give('drives', 'flood', 'OpenDrive', {
      ...{ pack: 'xinfang-2022', by: 'government', subject: '汛期排查', offices: ['housing', 'water'] },
      ...{ from: '2026-03-02', to: '2026-03-02' },
    });
    await handedOver();
    expect(await owedBy('water')).toEqual(['drive-report', 'drive-report']);
    for (const office of ['housing', 'water'])
      await bench.give('drives', 'flood', 'ReportZero', { office, day: '2026-03-02' }, 'water');
    await settled();
    expect(await owedBy('water')).toEqual([]);
  });

  test('a request to a fund is decided by the successor, out of the money that there is', async () => {
    const caseId = await sentToHousing();
    await bench.give('funds', 'relief', 'OpenFund', { name: '救助', office: 'housing', budget_yuan: 500 });
    const request = { caseId, by: 'petitions', amount_yuan: 300, reasons: '生活困难' };
    await bench.give('funds', 'relief', 'RequestRelief', request);
    await handedOver();
    const approval = { request: 'r1', approvedBy: 'in-charge' };
    await bench.give('funds', 'relief', 'ApproveRelief', approval, 'water');
    await settled();
    expect(await owedBy('water')).toContain('pay-relief');
  });

  test('a yearly assessment that is owed is owed by the successor of the level above', async () => {
    await bench.give('assessments', 'housing', 'OpenAssessment', { year: 2026, offices: ['petitions'] });
    await handedOver();
    expect(await owedBy('water')).toEqual(['assess-office', 'open-assessment']);
    await bench.give(
      'assessments',
      'housing',
      'OpenAssessment',
      { year: 2027, offices: ['petitions'] },
      'water',
    );
    await settled();
    expect(await owedBy('water')).toEqual(['assess-office', 'assess-office', 'open-assessment']);
  });
});
