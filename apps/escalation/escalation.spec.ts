import type { StoredEvent } from '@huiyin/event-store';
import { DAY_ms, systemClock } from '@huiyin/kernel';
import { createMemoryCursors } from '@huiyin/messaging';
import { randomUUID } from 'node:crypto';
import { createBench, WATER_CUT, type Bench, type Process } from './escalation.fixture';

let bench: Bench;
let one: Process;
let caseId: string;
beforeEach(async () => {
  bench = await createBench();
  one = bench.start();
  caseId = randomUUID();
});
afterEach(() => bench.close());

const CASE = { ...WATER_CUT, petitioner: { name: '张三', phone: '19990000000' } };
const STEPS = {
  register: ['RegisterCase', CASE],
  sort: ['SortCase', { routes: [{ claim: 'c1', route: 'residual' }] }],
  send: ['SendCase', { to: 'housing' }],
  acknowledge: ['AcknowledgeCase', {}],
  accept: ['AcceptCase', {}],
  object: ['ObjectToCase', { reasons: '不属本单位' }],
  uphold: ['UpholdObjection', {}],
  sendElsewhere: ['SendCase', { to: 'water' }],
  answer: [
    'AnswerCase',
    { outcomes: [{ claim: 'c1', outcome: 'supported', text: '已恢复', done: true }], basis: '第三十二条' },
  ],
  close: ['CloseCase', {}],
} as const;

const given = async (...steps: (keyof typeof STEPS)[]): Promise<void> => {
  for (const step of steps) await bench.give('cases', caseId, STEPS[step][0], STEPS[step][1]);
};
const then = async (...expected: string[]): Promise<void> => expect(await bench.steps()).toEqual(expected);
const only = async (rule: string): Promise<string[]> =>
  (await bench.steps()).filter((step) => step.endsWith(` ${rule}`)).map((step) => step.split(' ')[0]!);
const find = async (type: string): Promise<StoredEvent[]> =>
  (await bench.escalated()).filter((event) => event.type === type);
const idOf = ({ stream }: StoredEvent): string => stream.slice(stream.indexOf('-') + 1);

describe('a duty that nobody meets', () => {
  beforeEach(() => given('register', 'sort', 'send'));

  test('is left alone until its reminder is due', async () => {
    await bench.toDay(11, one);
    await then();
  });

  test('is reminded of before it is due, and its breach recorded at the instant it was due', async () => {
    await bench.toDay(13, one);
    await then('OfficeReminded housing acknowledge');
    await bench.toDay(16, one);
    expect(await only('acknowledge')).toEqual(['OfficeReminded', 'DutyBreached']);
    const [breach] = await find('DutyBreached');
    const { dueAt } = breach!.data as { dueAt: string };
    expect(breach).toMatchObject({ occurredAt: dueAt, recordedAt: dueAt });
    // The 15th day after it was sent, to its last instant in Beijing.
    expect(dueAt).toBe('2026-03-17T15:59:59.999Z');
  });

  test('is breached at the instant it was due also when nobody was there to record it', async () => {
    await one.caughtUp();
    bench.clock.moveTo('2026-03-18T04:00:00.000Z');
    await one.escalation.fireDue();
    const [breach] = await find('DutyBreached');
    expect(breach).toMatchObject({
      occurredAt: '2026-03-17T15:59:59.999Z',
      recordedAt: '2026-03-18T04:00:00.000Z',
    });
  });

  test('is supervised by its overseer, then reviewed with its evidence, then found on', async () => {
    await bench.toDay(26, one);
    const [order] = await find('SupervisionOrdered');
    expect(order!.data).toMatchObject({ caseId, office: 'housing', by: 'petitions', trigger: 'breach' });
    const [review] = (await find('ReviewOpened')).filter(
      ({ data }) => (data as { rule: string }).rule === 'acknowledge',
    );
    expect(review!.data).toMatchObject({
      caseId,
      office: 'housing',
      by: 'petitions',
      evidence: {
        holders: [{ office: 'petitions' }, { office: 'housing' }],
        duty: { rule: 'acknowledge', owner: 'housing' },
        explanation: { zh: expect.stringMatching(/15/), en: expect.stringMatching(/15/) },
      },
    });
    await bench.toDay(40, one);
    const proposals = (await find('FindingProposed')).filter(({ stream }) => stream === review!.stream);
    expect(proposals.map(({ data }) => data)).toMatchObject([
      { by: 'petitions', finding: { outcome: 'fault', kind: 'silent' } },
    ]);
    expect(await only('acknowledge')).toEqual([
      'OfficeReminded',
      'DutyBreached',
      'SupervisionOrdered',
      'ReviewOpened',
    ]);
  });

  test('and whose supervision order stays unanswered is reviewed for that too', async () => {
    await bench.toDay(60, one);
    expect(await only('supervision-reply')).toEqual(
      expect.arrayContaining(['OfficeReminded', 'DutyBreached', 'ReviewOpened']),
    );
  });
});

describe('a duty that is met', () => {
  test('before its reminder sets off nothing', async () => {
    await given('register', 'sort', 'send');
    await bench.toDay(5, one);
    await given('acknowledge', 'accept');
    await bench.toDay(8, one);
    await given('answer', 'close');
    await bench.toDay(400, one);
    await then();
  });

  test('after its reminder is not breached', async () => {
    await given('register', 'sort', 'send');
    await bench.toDay(13, one);
    await given('acknowledge', 'accept', 'answer', 'close');
    await bench.toDay(400, one);
    await then('OfficeReminded housing acknowledge');
  });

  test('late was breached, and is not supervised once it is met', async () => {
    await given('register', 'sort', 'send');
    await bench.toDay(16, one);
    await given('acknowledge', 'accept', 'answer', 'close');
    await bench.toDay(400, one);
    expect(await only('acknowledge')).toEqual(['OfficeReminded', 'DutyBreached']);
  });

  test('by being taken away is the next office’s: the first hears nothing more', async () => {
    await given('register', 'sort', 'send', 'object', 'uphold', 'sendElsewhere');
    await bench.toDay(16, one);
    expect((await bench.steps()).filter((step) => step.includes('housing'))).toEqual([]);
    expect(await only('acknowledge')).toEqual(['OfficeReminded', 'DutyBreached']);
  });
});

test('an office that would oversee itself is supervised and reviewed by its superior', async () => {
  await given('register');
  await bench.toDay(26, one);
  const [order] = await find('SupervisionOrdered');
  const [review] = await find('ReviewOpened');
  expect(order!.data).toMatchObject({ office: 'petitions', by: 'government', rule: 'sort-and-send' });
  expect(review!.data).toMatchObject({ office: 'petitions', by: 'government' });
});

test('a duty that was long over when it was recorded goes through every step at once', async () => {
  await bench.give('cases', caseId, 'RegisterCase', { ...CASE, receivedAt: '2026-01-05T01:00:00Z' });
  await bench.toDay(0, one);
  expect(await only('sort-and-send')).toEqual([
    'OfficeReminded',
    'DutyBreached',
    'SupervisionOrdered',
    'ReviewOpened',
  ]);
});

describe('each step is taken once', () => {
  const DAYS = 60;
  /** Without the ids of orders and reviews, which come from the case's. */
  const shapeOf = async ({ escalated }: Bench): Promise<string[]> =>
    (await escalated())
      .map(({ stream, type, occurredAt }) => `${occurredAt} ${type} ${stream.split('-')[0]}`)
      .sort();
  const expectOnce = async (): Promise<void> => expect(await shapeOf(bench)).toEqual(undisturbed);
  let undisturbed: string[];

  beforeAll(async () => {
    const alone = await createBench();
    const process = alone.start();
    for (const [type, data] of [STEPS.register, STEPS.sort, STEPS.send]) {
      await alone.give('cases', '0196a0c1-5d00-7000-8000-0000000000aa', type, data);
    }
    await alone.toDay(DAYS, process);
    undisturbed = await shapeOf(alone);
    await alone.close();
    expect(undisturbed.length).toBeGreaterThan(10);
  });
  beforeEach(() => given('register', 'sort', 'send'));

  test('by two processes at once', async () => {
    const two = bench.start();
    await bench.toDay(DAYS, one, two);
    await expectOnce();
  });

  test('however often the messages are delivered again', async () => {
    for (const day of [13, 20, 30, 45, DAYS]) {
      await bench.toDay(day, one);
      const again = bench.start({ cursors: createMemoryCursors() });
      await again.caughtUp();
      await bench.toDay(day, one, again);
      await again.escalation.stop();
    }
    await expectOnce();
  });

  test('when it crashes after each step, before its timer is kept', async () => {
    await one.escalation.stop();
    let crashes = 0;
    for (;;) {
      let crashed = false;
      // From its crash on, the process neither keeps nor takes anything.
      const unlessCrashed =
        <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
        (...args: A): Promise<R> =>
          crashed ? Promise.reject(new Error('killed')) : work(...args);
      const crashing = {
        ...bench.timers,
        claim: unlessCrashed(bench.timers.claim),
        nextAt: unlessCrashed(bench.timers.nextAt),
        putBack: unlessCrashed(bench.timers.putBack),
        save: unlessCrashed((timer: Parameters<typeof bench.timers.save>[0]) => {
          if (timer.fired.length <= crashes) return bench.timers.save(timer);
          crashed = true;
          crashes += 1;
          return Promise.reject(new Error('killed'));
        }),
      };
      const process = bench.start({ timers: crashing });
      await bench.toDay(DAYS, process).catch(() => undefined);
      await process.escalation.stop();
      await bench.timers.endLeases();
      if (!crashed) break;
    }
    expect(crashes).toBeGreaterThanOrEqual(4);
    await expectOnce();
  });

  test('when its timers are lost: they are made again from the log', async () => {
    await bench.toDay(45, one);
    const kept = async () =>
      (await bench.pool.query('SELECT stream, next_at FROM escalation.timer ORDER BY stream')).rows;
    const [before, head] = [await kept(), await bench.store.head()];
    await one.escalation.stop();
    await bench.pool.query('TRUNCATE escalation.timer');
    const anew = bench.start();
    await bench.toDay(45, anew);
    expect(await kept()).toEqual(before);
    expect(await bench.store.head()).toBe(head);
    await bench.toDay(DAYS, anew);
    await expectOnce();
  });
});

describe('a finding', () => {
  const reviewed = async (): Promise<string> => {
    await given('register', 'sort', 'send');
    await bench.toDay(40, one);
    return idOf((await find('ReviewOpened'))[0]!);
  };
  const confirm = async (review: string, finding: object): Promise<string[]> => {
    await bench.give('reviews', review, 'ConfirmFinding', { finding });
    await one.caughtUp();
    const again = bench.start();
    await again.caughtUp();
    return (await bench.store.readStream('standing-housing')).map(({ type }) => type);
  };

  test('of fault counts once on the standing of the office, and sets it on a rung', async () => {
    const finding = { outcome: 'fault', kind: 'silent', gravity: 'ordinary', reasons: '逾期' };
    const review = await reviewed();
    expect(await confirm(review, finding)).toEqual(['FaultCounted', 'RungReached', 'TalkOrdered']);
    const [counted] = await bench.store.readStream('standing-housing');
    expect(counted!.data).toMatchObject({ office: 'housing', reviewId: review, caseId, inWindow: 1 });
  });

  test('of no fault leaves the standing alone', async () => {
    expect(await confirm(await reviewed(), { outcome: 'no-fault', reasons: '等待鉴定' })).toEqual([]);
  });

  test('that is only proposed leaves the standing alone', async () => {
    await reviewed();
    expect(await find('FindingProposed')).not.toEqual([]);
    expect(await bench.store.readStream('standing-housing')).toEqual([]);
  });
});

test('a stream that cannot be read is put back, and the others are not kept waiting', async () => {
  const other = randomUUID();
  await given('register');
  await bench.give('cases', other, 'RegisterCase', CASE);
  await one.caughtUp();
  await one.escalation.stop();
  let broken = true;
  const store = {
    ...bench.store,
    readStream: (stream: string) =>
      broken && stream === `case-${caseId}`
        ? Promise.reject(new Error('damaged'))
        : bench.store.readStream(stream),
  };
  const two = bench.start({
    store,
    cursors: { ...createMemoryCursors(), get: () => bench.store.head() },
  });
  await bench.toDay(16, two);
  expect((await find('DutyBreached')).map(({ stream }) => stream)).toEqual([`case-${other}`]);
  broken = false;
  await bench.timers.endLeases();
  await bench.toDay(16, two);
  expect((await find('DutyBreached')).map(({ stream }) => stream)).toEqual([
    `case-${other}`,
    `case-${caseId}`,
  ]);
});

test('on the real clock it wakes by itself', async () => {
  const real = await createBench(systemClock);
  const escalation = real.start({ ticking: true });
  const reviewed = Promise.withResolvers<void>();
  const following = real.store.subscribe({
    after: 0,
    filter: { types: ['ReviewOpened'] },
    handler: (events) => Promise.resolve(void (events.length > 0 && reviewed.resolve())),
  });
  const receivedAt = new Date(Date.now() - 60 * DAY_ms).toISOString();
  await real.give('cases', caseId, 'RegisterCase', { ...CASE, receivedAt });
  await reviewed.promise;
  await following.stop();
  await escalation.escalation.stop();
  await real.close();
});
