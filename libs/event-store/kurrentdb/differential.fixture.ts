import { createTestDatabase } from '@huiyin/testing/database';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type { AppendRequest, AppendResult, EventStore, ExpectedRevision, StoredEvent } from '../port';
import { createPostgresEventStore, migrateEventStore } from '../postgres';
import { sampleEvent } from '../samples';

/** Few streams, so that they are fought over. */
const STREAMS = ['case-1', 'case-2', 'office-1', '信访-1'];
const TYPES = ['CaseRegistered', 'AnswerGiven', 'OfficeRenamed'];
const COMMANDS_MAX = 25;

const part = fc.record({
  stream: fc.constantFrom(...STREAMS),
  expected: fc.constantFrom<('any' | 'none' | 'seen' | 'ahead')[]>(
    'any',
    'any',
    'none',
    'seen',
    'seen',
    'ahead',
  ),
  events: fc.array(
    fc.record({ type: fc.constantFrom(...TYPES), data: fc.jsonValue({ stringUnit: 'grapheme' }) }),
    {
      minLength: 1,
      maxLength: 4,
    },
  ),
});

const command = fc.record({
  parts: fc.uniqueArray(part, { minLength: 1, maxLength: 3, selector: ({ stream }) => stream }),
  /** One in five sends an earlier command again. */
  repeats: fc.option(fc.nat(COMMANDS_MAX), { freq: 4 }),
});
type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never;

/** What both stores must agree on: everything but the positions, which are each store's own. */
const told = (result: AppendResult): unknown =>
  result.status === 'conflict' ? result : { status: result.status, revisions: result.revisions };
const content = ({ position: _, ...event }: StoredEvent): unknown => ({
  ...event,
  data: JSON.stringify(event.data),
});

/** Random commands, one after another, give the same answers and the same streams as on PostgreSQL. */
export function describeDifferential(
  name: string,
  runs: number,
  open: () => Promise<{ store: EventStore; dispose(): Promise<void> }>,
): void {
  it(`${name}: random commands give the same streams as on PostgreSQL`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: COMMANDS_MAX }), async (commands) => {
        const database = await createTestDatabase();
        await migrateEventStore(database.url);
        const oracle = createPostgresEventStore({ url: database.url });
        const { store, dispose } = await open();
        try {
          await compare(commands, oracle, store);
        } finally {
          await Promise.all([oracle.close(), dispose()]);
          await database.drop();
        }
      }),
      { numRuns: runs, interruptAfterTimeLimit: 45_000 },
    );
  });
}

async function compare(commands: readonly Command[], oracle: EventStore, store: EventStore): Promise<void> {
  const sent: AppendRequest[] = [];
  for (const one of commands) {
    const repeated = one.repeats === null ? undefined : sent[one.repeats];
    const request = repeated ?? (await toRequest(one, oracle));
    sent.push(request);
    expect(told(await store.append(request))).toEqual(told(await oracle.append(request)));
  }
  for (const stream of STREAMS) {
    for (const options of [{}, { direction: 'backwards', limit: 3 }, { fromRevision: 2 }] as const) {
      const [actual, expected] = await Promise.all([
        store.readStream(stream, options),
        oracle.readStream(stream, options),
      ]);
      expect(actual.map(content)).toEqual(expected.map(content));
    }
  }
  await compareLogs(oracle, store);
}

/** The whole log in steps, and through filters: the same events in the same order; positions only ever grow. */
async function compareLogs(oracle: EventStore, store: EventStore): Promise<void> {
  const filters = [
    {},
    { types: [TYPES[1]!] },
    { streamPrefixes: ['case-'] },
    { streamPrefixes: ['case-'], types: TYPES.slice(0, 2) },
  ];
  for (const filter of filters) {
    const expected = await oracle.readAll({ after: 0, limit: 10_000, filter });
    const actual: StoredEvent[] = [];
    for (let after = 0; ; after = actual.at(-1)!.position) {
      const step = await store.readAll({ after, limit: 7, filter });
      actual.push(...step);
      if (step.length < 7) break;
    }
    expect(actual.map(content)).toEqual(expected.map(content));
    expect(actual.every(({ position }, index) => index === 0 || position > actual[index - 1]!.position)).toBe(
      true,
    );
  }
  const [last] = (await store.readAll({ after: 0, limit: 10_000 })).slice(-1);
  expect(await store.head()).toBe(last?.position ?? 0);
}

async function toRequest({ parts }: Command, oracle: EventStore): Promise<AppendRequest> {
  const streams = [];
  for (const { stream, expected, events } of parts) {
    const [head] = await oracle.readStream(stream, { direction: 'backwards', limit: 1 });
    streams.push({
      stream,
      expectedRevision: revision(expected, head?.revision),
      events: events.map(({ type, data }) => sampleEvent(data, { type })),
    });
  }
  return { commandId: randomUUID(), streams };
}

function revision(expected: 'any' | 'none' | 'seen' | 'ahead', head: number | undefined): ExpectedRevision {
  if (expected === 'any' || expected === 'none') return expected;
  if (expected === 'seen') return head ?? 'none';
  return (head ?? 0) + 1;
}
