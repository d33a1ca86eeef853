import { EVERY_OFFICE } from '@huiyin/domain';
import type { AppendRequest, EventStore } from '@huiyin/event-store';
import { assertNothingPersonal, sealedIn } from '@huiyin/privacy';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import {
  CASE,
  command,
  createBench,
  NOW,
  onAggregate,
  PERSON,
  registration,
  SORT,
  STREAM,
  type Bench,
} from './handler.fixture';

let bench: Bench;
beforeEach(async () => void (bench = await createBench()));

const { name, phone, address } = PERSON;
const register = () => bench.execute(command('RegisterCase', registration));
const types = async (store = bench.store) => (await store.readStream(STREAM)).map(({ type }) => type);

/** Lets `before` happen between the decision and the append of the first `times` appends. */
const disturbed = (
  store: EventStore,
  times: number,
  before: (request: AppendRequest) => Promise<unknown>,
): EventStore => ({
  ...store,
  async append(request) {
    if (times-- > 0) await before(request);
    return store.append(request);
  },
});

const reminder = (id = randomUUID()) => ({
  id,
  type: 'OfficeReminded',
  version: 1,
  data: { dutyId: 'd', rule: 'r', office: 'o', dueAt: NOW },
  meta: { actor: 'a', office: 'o', commandId: id, correlationId: id },
  occurredAt: NOW,
  recordedAt: NOW,
});
const remind = (store: EventStore) => {
  const event = reminder();
  return store.append({
    commandId: event.id,
    streams: [{ stream: STREAM, expectedRevision: 'any', events: [event] }],
  });
};

describe('a command that is accepted', () => {
  test('is written with who, when, why and under which rules', async () => {
    const more = { office: 'petitions', occurredAt: '2026-03-01T09:00:00+08:00', traceparent: '00-a-b-01' };
    const given = command('RegisterCase', registration, more);
    expect(await bench.execute(given)).toEqual({
      status: 'done',
      id: CASE,
      revision: 0,
      position: 1,
      events: 1,
    });
    const { commandId } = given;
    expect(await bench.store.readStream(STREAM)).toMatchObject([
      {
        occurredAt: '2026-03-01T01:00:00.000Z',
        recordedAt: NOW,
        version: 1,
        meta: {
          actor: 'clerk',
          office: 'petitions',
          commandId,
          traceparent: '00-a-b-01',
          policy: 'xinfang-2022@2',
          calendar: expect.stringMatching(/^cn@\d+$/),
        },
      },
    ]);
  });

  test('keeps the id of what set it off only where that is not the command itself', async () => {
    const own = command('RegisterCase', registration);
    await bench.execute({ ...own, correlationId: own.commandId });
    await bench.execute(command('SortCase', SORT, { correlationId: 'from-elsewhere' }));
    const written = await bench.store.readStream(STREAM);
    expect(written.map(({ meta }) => meta.correlationId)).toEqual([undefined, 'from-elsewhere']);
  });

  test('stores nothing personal in the plain, and what is sealed opens again', async () => {
    await register();
    const [event] = await bench.store.readStream(STREAM);
    expect(() => assertNothingPersonal(event!.data)).not.toThrow();
    const stored = JSON.stringify(event);
    expect([name, phone, address, registration.statement].filter((text) => stored.includes(text))).toEqual(
      [],
    );
    expect(sealedIn(event!.data)).toHaveLength(4);
    const opened = await bench.privacy.openEvent(event!);
    expect(opened.data).toMatchObject({ petitioner: { name: { status: 'open', text: name } } });
  });

  test('without an office is recorded for the office that owed the step', async () => {
    await register();
    await bench.execute(command('SortCase', SORT));
    await bench.execute(command('SendCase', { to: 'housing' }));
    await bench.execute(command('AcknowledgeCase'));
    const offices = (await bench.store.readStream(STREAM)).map(({ meta }) => meta.office);
    expect(offices).toEqual(['petitions', 'petitions', 'petitions', 'housing']);
  });
});

describe('a command that is not', () => {
  test('for a rule of the domain is refused with its code, and nothing is written', async () => {
    await register();
    const outcome = await bench.execute(command('AcceptCase'));
    expect(outcome).toEqual({
      status: 'refused',
      refusal: {
        code: 'wrong-state',
        facts: { status: 'registered' },
        article: '信访工作条例 第二十三条',
      },
    });
    expect(await bench.store.head()).toBe(1);
  });

  test('because it would have happened later is refused; at this very instant is not', async () => {
    const at = (occurredAt: string) => bench.execute(command('RegisterCase', registration, { occurredAt }));
    expect(await at('2026-03-02T01:00:00.001Z')).toMatchObject({
      status: 'refused',
      refusal: { code: 'happened-later' },
    });
    expect(await at(NOW)).toMatchObject({ status: 'done' });
  });

  test('because its sender had seen another revision is stale, with the revision that stands', async () => {
    await register();
    expect(await bench.execute(command('SortCase', SORT, { expectedRevision: 3 }))).toEqual({
      status: 'stale',
      actualRevision: 0,
    });
    const elsewhere = { ...command('SortCase', SORT, { expectedRevision: 0 }), id: randomUUID() };
    expect(await bench.execute(elsewhere)).toEqual({ status: 'stale', actualRevision: 'none' });
  });

  test('because there is nothing left to do is unchanged', async () => {
    await register();
    const { id } = (await bench.store.readStream(STREAM))[0]!;
    const [dutyId, by] = [`sort-and-send:${id}`, 'petitions'];
    bench.clock.moveTo('2026-04-01T00:00:00.000Z');
    await bench.execute(command('RecordBreach', { dutyId }, { office: by }));
    const again = await bench.execute(command('RecordBreach', { dutyId }, { office: by }));
    expect(again).toEqual({ status: 'unchanged', id: CASE, revision: 1 });
  });
});

describe('the same command again', () => {
  test('is answered with what it did the first time, whatever has happened since', async () => {
    const first = command('RegisterCase', registration);
    const done = await bench.execute(first);
    await bench.execute(command('SortCase', SORT));
    expect(await bench.execute(first)).toEqual({ ...done, status: 'repeated' });
    expect(await types()).toEqual(['CaseRegistered', 'CaseSorted']);
  });

  test('with other content, or for another record, is a key that is used twice', async () => {
    const first = command('RegisterCase', registration);
    await bench.execute(first);
    expect(await bench.execute({ ...first, requestHash: 'other' })).toEqual({ status: 'reused' });
    expect(await bench.execute({ ...first, id: randomUUID() })).toEqual({ status: 'reused' });
    expect(await bench.store.head()).toBe(1);
  });

  test('that crossed itself on the way is written once', async () => {
    const twice = command('RegisterCase', registration);
    const outcomes = await Promise.all([bench.execute(twice), bench.execute(twice)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['done', 'repeated']);
    expect(await types()).toEqual(['CaseRegistered']);
  });
});

describe('a record that changes under the command', () => {
  test('is decided on again as it now stands', async () => {
    const given = await createBench((store) => disturbed(store, 1, () => remind(store)));
    await remindableCase(given);
    expect(await given.execute(command('SortCase', SORT))).toMatchObject({ status: 'done', revision: 2 });
    expect(await types(given.store)).toEqual(['CaseRegistered', 'OfficeReminded', 'CaseSorted']);
  });

  test('to a state without the step refuses it', async () => {
    const given = await createBench((store) => disturbed(store, 1, () => race()));
    const other = (await createBench(() => given.store)).execute;
    const race = async () => {
      for (const [type, data] of [
        ['SortCase', SORT],
        ['SendCase', { to: 'housing' }],
      ] as const)
        await other(command(type, data));
    };
    await remindableCase(given);
    expect(await given.execute(command('SortCase', SORT))).toMatchObject({
      status: 'refused',
      refusal: { code: 'wrong-state' },
    });
  });

  test('is stale for a sender who named the revision', async () => {
    const given = await createBench((store) => disturbed(store, 1, () => remind(store)));
    await remindableCase(given);
    const outcome = await given.execute(command('SortCase', SORT, { expectedRevision: 0 }));
    expect(outcome).toEqual({ status: 'stale', actualRevision: 1 });
  });

  test('again and again is given up', async () => {
    const given = await createBench((store) => disturbed(store, 100, () => remind(store)));
    await remindableCase(given);
    expect(await given.execute(command('SortCase', SORT))).toEqual({ status: 'contended' });
    expect(await types(given.store)).not.toContain('CaseSorted');
  });

  /** Written straight into the store: the first append is the one under test. */
  async function remindableCase(given: Bench): Promise<void> {
    const { execute } = await createBench(() => given.store, {
      seal: (stream, events) => given.privacy.sealEvents(stream, events),
    });
    await execute(command('RegisterCase', registration));
  }

  test('two commands at once: both land where both may, one is refused where only one may', async () => {
    await register();
    const sorted = await Promise.all([
      bench.execute(command('SortCase', SORT)),
      bench.execute(command('SortCase', SORT)),
    ]);
    expect(sorted.map(({ status }) => status)).toEqual(['done', 'done']);
    const sent = await Promise.all(
      ['housing', 'water'].map((to) => bench.execute(command('SendCase', { to }))),
    );
    expect(sent.map(({ status }) => status).sort()).toEqual(['done', 'refused']);
    expect(await types()).toEqual(['CaseRegistered', 'CaseSorted', 'CaseSorted', 'CaseSent']);
  });
});

test('what may have become known a moment ago is asked for once more before it is refused', async () => {
  const known = new Set<string>();
  const refresh = jest.fn(async () => void known.add('petitions'));
  const given = await createBench(undefined, {
    offices: { ...EVERY_OFFICE, has: (office) => known.has(office) },
    refresh,
  });
  expect(await given.execute(command('RegisterCase', registration))).toMatchObject({ status: 'done' });
  const sent = await given
    .execute(command('SortCase', SORT))
    .then(() => given.execute(command('SendCase', { to: 'nowhere' })));
  expect(sent).toMatchObject({ status: 'refused', refusal: { code: 'office-unknown' } });
  expect(refresh).toHaveBeenCalledTimes(2);
});

test('an error of the store or of the sealing is passed on, and nothing is written', async () => {
  const broken = await createBench(undefined, { seal: () => Promise.reject(new Error('key service away')) });
  await expect(broken.execute(command('RegisterCase', registration))).rejects.toThrow('key service away');
  expect(await broken.store.head()).toBe(0);
});

/** Commands that can be given in any state of the case; many are refused. */
const STEPS = [
  ['RegisterCase', registration],
  ['SortCase', SORT],
  ['SendCase', { to: 'housing' }],
  ['AcknowledgeCase', {}],
  ['ObjectToCase', { reasons: '不属本单位' }],
  ['UpholdObjection', {}],
  ['AcceptCase', {}],
] as const;

test('however commands are repeated and interleaved, each has one effect', async () => {
  const step = fc.record({ which: fc.nat(STEPS.length - 1), key: fc.nat(9), pause: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const given = await createBench();
      // A key always stands for the same command, as a sender's does.
      const keyed = new Map<number, ReturnType<typeof command>>();
      const running: Promise<unknown>[] = [];
      for (const { which, key, pause } of steps) {
        const [type, data] = STEPS[which]!;
        if (!keyed.has(key)) keyed.set(key, command(type, data));
        running.push(given.execute(keyed.get(key)!));
        if (pause) await Promise.all(running);
      }
      await Promise.all(running);
      const history = await given.store.readStream(STREAM);
      const byCommand = history.map(({ meta }) => meta.commandId);
      expect(new Set(byCommand).size).toBe(byCommand.length);
      for (const { meta, revision, position } of history) {
        const own = [...keyed.values()].find(({ commandId }) => commandId === meta.commandId)!;
        expect(await given.execute(own)).toMatchObject({ status: 'repeated', revision, position });
      }
      expect(await given.store.head()).toBe(history.length);
    }),
    { numRuns: 60 },
  );
});

test('a fault counted for the same review, whoever asks, is counted once', async () => {
  const fault = {
    pack: 'xinfang-2022',
    reviewId: randomUUID(),
    caseId: CASE,
    kind: 'silent',
    gravity: 'ordinary',
  };
  const count = () => bench.execute(onAggregate('standings', 'housing', 'CountFault', fault));
  expect([(await count()).status, (await count()).status]).toEqual(['done', 'refused']);
  const history = await bench.store.readStream('standing-housing');
  expect(history.map(({ type }) => type)).toEqual(['FaultCounted', 'RungReached', 'TalkOrdered']);
});

describe('two cases merged into each other at the same moment', () => {
  const OTHER = '0196a0c1-5d00-7000-8000-000000000002';
  const reasons = '同一问题';
  const merge = (id: string, lead: string) => onAggregate('cases', id, 'MergeCase', { lead, reasons });

  test('do not form a chain: the second is decided again, on what the first has done', async () => {
    let first: Promise<unknown> | undefined;
    const given: Bench = await createBench((store) => ({
      ...store,
      async append(request) {
        // Between the decision on the one merge and its append, the other one is made.
        if (first === undefined && request.streams[0]!.events[0]!.type === 'CaseMerged') {
          first = given.execute(merge(OTHER, CASE));
          await first;
        }
        return store.append(request);
      },
    }));
    await given.execute(command('RegisterCase', registration));
    await given.execute(onAggregate('cases', OTHER, 'RegisterCase', registration));
    expect(await given.execute(merge(CASE, OTHER))).toEqual({
      status: 'refused',
      refusal: { code: 'lead-merged', facts: { lead: CASE } },
    });
    expect(await first).toMatchObject({ status: 'done' });
    expect((await given.store.readStream(STREAM)).map(({ type }) => type)).toEqual(['CaseRegistered']);
  });

  test('a command that names its own case is judged as ever', async () => {
    await register();
    expect(await bench.execute(merge(CASE, CASE))).toMatchObject({ refusal: { code: 'own-lead' } });
  });
});
