import { describeEventStoreContract } from '../contract';
import { LogCut, StoreUnavailable, type EventStore, type StoredEvent } from '../port';
import { sampleEvent, sampleRequest } from '../samples';
import { describeDifferential } from './differential.fixture';
import { BadConnectionString, UnsupportedServer } from './errors';
import { startFakeServer, type FakeServer } from './fake-server.fixture';
import { toNumber } from './position';
import { openKurrentDbEventStore } from './store';

const open = async () => {
  const server = await startFakeServer();
  const store = await openKurrentDbEventStore({ url: server.url });
  const dispose = async (): Promise<void> => {
    await store.close();
    server.cut();
  };
  return { server, store, dispose };
};

describeEventStoreContract('the adapter and the real client on a fake server', open, { contiguous: false });

/** The property itself is what is tried here; its many runs are for a real server. */
describeDifferential('the adapter and the real client on a fake server', 5, open);

describe('KurrentDB adapter on a fake server', () => {
  let server: FakeServer;
  afterEach(() => server.cut());

  const seenBy = (store: EventStore) => {
    const seen: StoredEvent[] = [];
    const waiting: { count: number; resolve: () => void }[] = [];
    const subscription = store.subscribe({
      after: 0,
      handler: async (batch) => {
        seen.push(...batch);
        for (const { count, resolve } of waiting) if (seen.length >= count) resolve();
      },
    });
    const until = (count: number): Promise<void> =>
      seen.length >= count ? Promise.resolve() : new Promise((resolve) => waiting.push({ count, resolve }));
    return { seen, until, subscription };
  };

  it('keeps the exact text of the data, and our ids beside it', async () => {
    server = await startFakeServer();
    const store = await openKurrentDbEventStore({ url: server.url });
    const event = sampleEvent({ z: '噪音', a: [1.5, null, '\ud800'] });
    await store.append(sampleRequest('case-1', 'none', [event]));
    const kept = server.log.records.find(({ stream }) => stream === 'huiyin:case-1')!;
    expect(kept.data.toString()).toBe(JSON.stringify(event.data));
    expect(JSON.parse(kept.metadata.toString())).toMatchObject({
      id: event.id,
      meta: JSON.stringify(event.meta),
    });
    await store.close();
  });

  it('sees nothing of other namespaces, other applications and the system', async () => {
    server = await startFakeServer();
    const ours = await openKurrentDbEventStore({ url: server.url });
    const theirs = await openKurrentDbEventStore({ url: server.url, namespace: 'huiyin2' });
    for (let n = 0; n < 5; n++) await theirs.append(sampleRequest('case-1', 'any', [sampleEvent({ n })]));
    server.log.write(
      [],
      [
        {
          stream: 'orders-1',
          id: crypto.randomUUID(),
          type: 'CaseRegistered',
          data: Buffer.from('{}'),
          metadata: Buffer.alloc(0),
        },
      ],
    );
    expect(await ours.head()).toBe(0);
    expect(await ours.readAll({ after: 0, limit: 10, filter: { types: ['CaseRegistered'] } })).toEqual([]);
    expect(await theirs.readAll({ after: 0, limit: 10 })).toHaveLength(5);
    await Promise.all([ours.close(), theirs.close()]);
  });

  it('follows on, each event once, after the server was away', async () => {
    server = await startFakeServer();
    const store = await openKurrentDbEventStore({ url: server.url });
    const { seen, until, subscription } = seenBy(store);
    await store.append(sampleRequest('case-1', 'any', [sampleEvent({ n: 0 })]));
    await until(1);
    server.cut();
    await expect(store.append(sampleRequest('case-1'))).rejects.toThrow(StoreUnavailable);
    await expect(store.readStream('case-1')).rejects.toThrow(StoreUnavailable);
    await expect(store.head()).rejects.toThrow(StoreUnavailable);
    await server.listen();
    const other = await openKurrentDbEventStore({ url: server.url });
    for (let n = 1; n < 4; n++) await other.append(sampleRequest('case-1', 'any', [sampleEvent({ n })]));
    await until(4);
    await subscription.stop();
    expect(seen.map(({ data }) => (data as { n: number }).n)).toEqual([0, 1, 2, 3]);
    await Promise.all([store.close(), other.close()]);
  });

  it('appends that the server stored but could not answer are found by the retry', async () => {
    server = await startFakeServer();
    const store = await openKurrentDbEventStore({ url: server.url });
    const request = sampleRequest('case-1', 'none', [sampleEvent(), sampleEvent()]);
    const stop = server.log.onWrite(() => server.cut());
    await expect(store.append(request)).rejects.toThrow(StoreUnavailable);
    stop();
    await server.listen();
    expect(await store.append(request)).toMatchObject({ status: 'repeated', revisions: { 'case-1': 1 } });
    await store.close();
  });

  it('says that a position is none of this log', async () => {
    server = await startFakeServer();
    const store = await openKurrentDbEventStore({ url: server.url });
    await store.append(sampleRequest('case-1'));
    await expect(store.readAll({ after: 7, limit: 1 })).rejects.toThrow('7 is no position of this log');
    expect(await store.readAll({ after: 7, inclusive: true, limit: 1 })).toEqual([]);
    expect(await store.readAll({ after: 1e12, limit: 1 })).toEqual([]);
    await store.close();
  });

  it('notices that the log was restored shorter while it ran', async () => {
    server = await startFakeServer();
    const cut = Promise.withResolvers<LogCut>();
    const store = await openKurrentDbEventStore({ url: server.url, pollMs: 10, onCut: cut.resolve });
    const { until, subscription } = seenBy(store);
    for (let n = 0; n < 3; n++) await store.append(sampleRequest('case-1', 'any', [sampleEvent({ n })]));
    await until(3);
    const own = server.log.records.findLastIndex(({ stream }) => stream === 'huiyin:case-1');
    server.log.records.splice(own);
    expect(await cut.promise).toBeInstanceOf(LogCut);
    await subscription.stop();
    await store.close();
  });

  it('on a server before 26.1 appends to several streams, and refuses to check one that it does not write', async () => {
    server = await startFakeServer('26.0');
    const store = await openKurrentDbEventStore({ url: server.url });
    const request = sampleRequest('case-1', 'none');
    expect((await store.append(request)).status).toBe('appended');
    expect((await store.append(request)).status).toBe('repeated');
    expect(await store.append(sampleRequest('case-1', 'none'))).toEqual({
      status: 'conflict',
      stream: 'case-1',
      actualRevision: 0,
    });
    const checked = { ...sampleRequest('case-2'), commandId: crypto.randomUUID() };
    await expect(
      store.append({
        ...checked,
        streams: [...checked.streams, { stream: 'case-1', expectedRevision: 0, events: [] }],
      }),
    ).rejects.toThrow('KurrentDB 26.0.0 cannot check case-1 without writing to it; that needs 26.1 or newer');
    await store.close();
  });

  it('refuses a server that is too old, in one line', async () => {
    server = await startFakeServer('24.10');
    const opening = openKurrentDbEventStore({ url: server.url });
    await expect(opening).rejects.toThrow(UnsupportedServer);
    await expect(opening).rejects.toThrow(
      'KurrentDB 24.10.0 cannot append to several streams at once; Huiyin needs 25.1 or newer',
    );
  });

  it('refuses two streams whose names differ only in case', async () => {
    server = await startFakeServer();
    const store = await openKurrentDbEventStore({ url: server.url });
    const [one] = sampleRequest('case-a').streams;
    const [other] = sampleRequest('case-A').streams;
    await expect(store.append({ commandId: crypto.randomUUID(), streams: [one!, other!] })).rejects.toThrow(
      RangeError,
    );
    await store.close();
  });

  it('says in one line that the server is not there', async () => {
    server = await startFakeServer();
    server.cut();
    const opening = openKurrentDbEventStore({ url: server.url });
    await expect(opening).rejects.toThrow(StoreUnavailable);
    await expect(opening).rejects.toThrow(/^the event store cannot be reached: [^\n]*ECONNREFUSED[^\n]*$/);
  });
});

it.each(['postgresql://x', 'kurrentdb://', 'kurrentdb://user:secret@ho st'])(
  'a malformed connection string is refused without being repeated: %s',
  async (url) => {
    const opening = openKurrentDbEventStore({ url });
    await expect(opening).rejects.toThrow(BadConnectionString);
    await expect(opening).rejects.not.toThrow(/secret|ho st/);
  },
);

it('a position that a number cannot hold exactly is refused, never rounded', () => {
  expect(toNumber(BigInt(Number.MAX_SAFE_INTEGER))).toBe(Number.MAX_SAFE_INTEGER);
  expect(() => toNumber(2n ** 53n)).toThrow(RangeError);
  expect(() => toNumber(2n ** 64n - 1n)).toThrow(RangeError);
});
