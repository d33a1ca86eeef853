import type { StoredEvent } from '@huiyin/event-store';
import { createMemoryCursors } from '@huiyin/messaging';
import { randomUUID } from 'node:crypto';
import { createBench, WATER_CUT, type Bench, type Process } from './escalation.fixture';

let bench: Bench;
let one: Process;
beforeEach(async () => {
  bench = await createBench();
  one = bench.start();
});
afterEach(() => bench.close());

const FORM = { ...WATER_CUT, channel: 'letter' };

async function register(more: object = {}): Promise<string> {
  const id = randomUUID();
  await bench.give('cases', id, 'RegisterCase', { ...FORM, ...more });
  return id;
}
const send = async (id: string, to = 'housing'): Promise<void> => {
  await bench.give('cases', id, 'SortCase', { routes: [{ claim: 'c1', route: 'residual' }] });
  await bench.give('cases', id, 'SendCase', { to });
};
const link = (id: string, to: string): Promise<void> =>
  bench.give('cases', id, 'LinkCase', { to, as: 'repeat' });
const orders = async (): Promise<StoredEvent[]> =>
  (await bench.escalated()).filter(({ type }) => type === 'SupervisionOrdered');
const given = async (): Promise<unknown[]> => (await orders()).map(({ data }) => data);
const countsOf = async (id: string): Promise<unknown[]> =>
  (await bench.store.readStream(`case-${id}`))
    .filter(({ type }) => type === 'RepeatCounted' || type === 'RepeatUncounted')
    .map(({ data }) => data);
/** Everything is delivered again to a process that has seen none of it. */
const again = async (): Promise<void> => {
  const process = bench.start({ cursors: createMemoryCursors() });
  await process.caughtUp();
  await bench.toDay(0, process);
  await process.escalation.stop();
};
/** What escalation writes is itself heard of: until nothing more comes. */
async function settled(): Promise<void> {
  for (let head = -1; head !== (await bench.store.head());) {
    head = await bench.store.head();
    await bench.toDay(0, one);
  }
}

describe('a matter that comes again', () => {
  test('is counted on its lead case, once for each distinct case', async () => {
    const lead = await register();
    const [linked, merged, joint] = [
      await register(),
      await register(),
      await register({ kind: 'joint', persons: 4 }),
    ];
    await link(linked, lead);
    await bench.give('cases', merged, 'MergeCase', { lead, reasons: '同一管道' });
    // Through a case that is itself a repeat: it is the same matter, and its lead counts.
    await link(joint, linked);
    await settled();
    await again();
    expect(await countsOf(lead)).toEqual([
      { by: 'petitions', case: linked, as: 'repeat', persons: 1, repeats: 1, signatories: 1 },
      { by: 'petitions', case: merged, as: 'merged', persons: 1, repeats: 2, signatories: 1 },
      { by: 'petitions', case: joint, as: 'repeat', persons: 4, repeats: 3, signatories: 4 },
    ]);
  });

  test('takes its repeats along when it turns out not to lead', async () => {
    const [first, second, third] = [await register(), await register(), await register()];
    await link(third, second);
    await settled();
    await link(second, first);
    await settled();
    expect(await countsOf(first)).toMatchObject([{ case: second }, { case: third, repeats: 2 }]);
  });

  test('is counted no longer once it was split off, or was no petition', async () => {
    const [lead, split, struck] = [await register(), await register(), await register()];
    await bench.give('cases', split, 'MergeCase', { lead, reasons: '同一管道' });
    await link(struck, lead);
    await settled();
    await bench.give('cases', split, 'SplitCase', { reasons: '户内管道' });
    await bench.give('cases', struck, 'DisputeRecord', { entry: 0, from: 'petitioner', says: '只是问路' });
    await bench.give('cases', struck, 'StrikeRegistration', { dispute: 'd1', reasons: '只是问路' });
    await settled();
    expect((await countsOf(lead)).slice(2)).toEqual([
      { by: 'petitions', case: split, repeats: 1, signatories: 1 },
      { by: 'petitions', case: struck, repeats: 0, signatories: 0 },
    ]);
  });

  test('is not counted where an office would learn of a case that is kept from it', async () => {
    const lead = await register();
    const accusing = await register({
      claims: [{ kind: 'accusation', summary: '收费不开票', accuses: ['housing'] }],
    });
    await link(accusing, lead);
    await settled();
    expect(await countsOf(lead)).toEqual([]);
  });

  test('three times puts the office that handles it under supervision, and six times again', async () => {
    const lead = await register();
    await send(lead);
    const repeat = async (times: number): Promise<void> => {
      for (let n = 0; n < times; n += 1) await link(await register(), lead);
      await settled();
    };
    await repeat(2);
    expect(await orders()).toEqual([]);
    await repeat(3);
    await again();
    const counted = (await bench.store.readStream(`case-${lead}`)).filter(
      ({ type }) => type === 'RepeatCounted',
    );
    expect(await given()).toMatchObject([
      {
        pack: 'xinfang-2022@2',
        caseId: lead,
        office: 'housing',
        by: 'petitions',
        trigger: 'repeats',
        threshold: 'matter-repeated',
        occurrence: 1,
        cites: counted.slice(0, 3).map(({ position }) => position),
      },
    ]);
    await repeat(1);
    expect((await given()).slice(1)).toMatchObject([{ caseId: lead, occurrence: 2 }]);
    // It is an order to an office: it says nothing of where the office stands.
    expect(await bench.store.readStream('standing-housing')).toEqual([]);
  });
});

describe('five signatories', () => {
  test('put the office under supervision as soon as one handles the case', async () => {
    const id = await register({ kind: 'joint', persons: 30, representatives: 5 });
    const four = await register({ kind: 'joint', persons: 4 });
    await settled();
    expect(await orders()).toEqual([]);
    await send(id);
    await send(four);
    await settled();
    await again();
    expect(await given()).toMatchObject([
      {
        caseId: id,
        office: 'housing',
        by: 'petitions',
        trigger: 'joint-letter',
        threshold: 'many-signatories',
      },
    ]);
    const [registered] = await bench.store.readStream(`case-${id}`);
    expect(await given()).toMatchObject([{ cites: [registered!.position] }]);
  });

  test('count on the lead case where the joint letter was merged into it', async () => {
    const lead = await register();
    await send(lead);
    const joint = await register({ kind: 'joint', persons: 7 });
    await bench.give('cases', joint, 'MergeCase', { lead, reasons: '同一管道' });
    await settled();
    expect(await given()).toMatchObject([{ caseId: lead, office: 'housing', trigger: 'joint-letter' }]);
  });
});

test('the third pass puts the office that gave it back last under supervision', async () => {
  const id = await register();
  const back = async (): Promise<void> => {
    await bench.give('cases', id, 'ObjectToCase', { reasons: '不属本单位' });
    await bench.give('cases', id, 'UpholdObjection', {});
  };
  await send(id, 'housing');
  await back();
  await settled();
  expect(await orders()).toEqual([]);
  await bench.give('cases', id, 'SendCase', { to: 'water' });
  // Given back twice, it is for the common superior: that is its third round.
  await back();
  await settled();
  await again();
  const [order, ...others] = await given();
  expect(others).toEqual([]);
  expect(order).toMatchObject({
    caseId: id,
    office: 'water',
    by: 'petitions',
    trigger: 'passing-on',
    occurrence: 1,
  });
  expect((order as { cites: number[] }).cites).toHaveLength(3);
});

test('a missed instalment is supervised as what it is, and cites its breach', async () => {
  const id = await register();
  await send(id);
  await bench.give('cases', id, 'AcknowledgeCase');
  await bench.give('cases', id, 'AcceptCase');
  await bench.give('cases', id, 'AnswerCase', {
    outcomes: [{ claim: 'c1', outcome: 'supported', text: '分期修复', done: true }],
    basis: '第三十二条',
  });
  await bench.give('cases', id, 'MakeAgreement', {
    text: '分两期',
    instalments: [{ what: '第一期', dueOn: '2026-03-10' }],
  });
  await bench.toDay(12, one);
  const [order] = (await given()).filter((data) => (data as { rule: string }).rule === 'instalment');
  expect(order).toMatchObject({ office: 'housing', trigger: 'missed-instalment' });
  const cited = (await bench.store.readStream(`case-${id}`)).filter(({ position }) =>
    (order as { cites: number[] }).cites.includes(position),
  );
  expect(cited.map(({ type }) => type)).toEqual(['AgreementMade', 'DutyBreached']);
});
