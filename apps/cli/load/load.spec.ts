import { createPostgresEventStore, type EventStore, type StoredEvent } from '@huiyin/event-store';
import { sampleRequest } from '@huiyin/event-store/samples';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing/database';
import { Client } from 'pg';
import { EXIT } from '../failure';
import { run } from '../program';

const EVENTS = 400;

describe('huiyin load', () => {
  let database: TestDatabase;
  let said: string;
  beforeEach(async () => {
    said = '';
    const hear = (text: unknown): boolean => {
      said += String(text);
      return true;
    };
    jest.spyOn(process.stdout, 'write').mockImplementation(hear);
    jest.spyOn(process.stderr, 'write').mockImplementation(hear);
    database = await createTestDatabase();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await database.drop();
  });

  const cli = (command: string, ...args: string[]) =>
    run([command, '--database', database.url, '--master-key-file', 'unused', ...args]);
  const load = () => cli('load', '--events', String(EVENTS));
  async function withStore<Result>(use: (store: EventStore) => Promise<Result>): Promise<Result> {
    const store = createPostgresEventStore({ url: database.url });
    return use(store).finally(() => store.close());
  }
  const indexes = async (): Promise<string[]> => {
    const client = new Client(database.url);
    await client.connect();
    const { rows } = await client.query<{ indexdef: string }>(
      "SELECT indexdef FROM pg_indexes WHERE schemaname = 'event_store' AND tablename = 'event' ORDER BY 1",
    );
    await client.end();
    return rows.map(({ indexdef }) => indexdef);
  };

  function expectWhole(events: readonly StoredEvent[]): void {
    expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => index + 1));
    const next = new Map<string, number>();
    for (const { stream, revision } of events) {
      expect(revision).toBe(next.get(stream) ?? 0);
      next.set(stream, revision + 1);
    }
  }

  it('fills an empty store, and one that it filled', async () => {
    expect(await cli('sizes')).toBe(EXIT.done);
    const before = await indexes();
    expect(await load()).toBe(EXIT.done);
    expect(await load()).toBe(EXIT.done);
    expect(said).toContain(`${EVENTS} events in`);
    const events = await withStore((store) => store.readAll({ after: 0, limit: 3 * EVENTS }));
    expect(events).toHaveLength(2 * EVENTS);
    expectWhole(events);
    expect(new Set(events.map(({ type }) => type)).size).toBeGreaterThan(8);
    expect(await indexes()).toEqual(before);
  });

  it('what it wrote can be appended to, repeated and read', async () => {
    await load();
    await withStore(async (store) => {
      const [first] = await store.readAll({ after: 0, limit: 1 });
      const { length } = await store.readStream(first!.stream);
      expect(await store.append(sampleRequest(first!.stream, length - 1))).toMatchObject({
        first: EVENTS + 1,
      });
      const repeat = sampleRequest('case-other', 'none', undefined, first!.meta.commandId);
      expect(await store.append(repeat)).toMatchObject({ status: 'repeated', first: 1, last: 1 });
    });
  });

  it('refuses a store that holds anything else, and leaves it as it is', async () => {
    await cli('sizes');
    await withStore((store) => store.append(sampleRequest('case-1')));
    const before = await indexes();
    expect(await load()).toBe(EXIT.badInput);
    expect(said).toContain('huiyin: not-for-bench: the store holds 1 events');
    expect(await withStore((store) => store.head())).toBe(1);
    expect(await indexes()).toEqual(before);
  });

  it('says what the log takes, part by part', async () => {
    await load();
    said = '';
    expect(await cli('sizes', '--per-year', '1000', '--years', '2')).toBe(EXIT.done);
    for (const part of ['events (table)', 'event_pkey (index)', 'event_stream_revision', 'event_command'])
      expect(said).toMatch(new RegExp(`^${part.replaceAll(/[()]/g, '\\$&')}.* bytes/event$`, 'm'));
    expect(said).toContain('2 years of 1000 events');
  });

  it.each(['0', '-1', '1.5', 'many'])('refuses --events %s', async (count) => {
    expect(await cli('load', '--events', count)).toBe(EXIT.badInput);
    expect(said).toContain('huiyin: usage:');
  });
});
