import { REQUEST_EVENTS_MAX } from '../request';
import { sampleEvent, sampleRequest } from '../samples';
import { appended, type Running } from './running';

export function describeAppending(store: Running, contiguous: boolean): void {
  describe('append', () => {
    it('starts empty', async () => {
      expect(await store().head()).toBe(0);
      expect(await store().readAll({ after: 0, limit: 10 })).toEqual([]);
      expect(await store().readStream('case-1')).toEqual([]);
    });

    it('answers where the events stand, and reads them back as they were given', async () => {
      const events = [
        sampleEvent({ text: '噪音 "扰民"\n🙂', nested: { list: [1, 2.5, null] } }),
        sampleEvent({ b: 1 }),
      ];
      const result = appended(await store().append(sampleRequest('case-1', 'none', events)));
      expect(result.revisions).toEqual({ 'case-1': 1 });
      const stored = await store().readStream('case-1');
      expect(stored).toEqual(
        events.map((event, index) => ({
          ...event,
          stream: 'case-1',
          revision: index,
          position: stored[index]!.position,
        })),
      );
      expect([stored[0]!.position, stored[1]!.position]).toEqual([result.first, result.last]);
      expect(await store().head()).toBe(result.last);
    });

    it('keeps what JSON can hold: NUL, a lone surrogate, the order of keys', async () => {
      const data = { z: 'a\u0000b', a: '\ud800', m: 'é' };
      await store().append(sampleRequest('case-1', 'none', [sampleEvent(data)]));
      const [stored] = await store().readStream('case-1');
      expect(JSON.stringify(stored!.data)).toBe(JSON.stringify(data));
    });

    it('gives instants in UTC with milliseconds, whatever zone they came in', async () => {
      const event = sampleEvent(
        {},
        { occurredAt: '2026-02-03T08:00:00+08:00', recordedAt: '2026-02-03T00:00:00.120Z' },
      );
      await store().append(sampleRequest('case-1', 'none', [event]));
      const [stored] = await store().readStream('case-1');
      expect(stored).toMatchObject({
        occurredAt: '2026-02-03T00:00:00.000Z',
        recordedAt: '2026-02-03T00:00:00.120Z',
      });
    });

    if (contiguous) {
      it('numbers the log from 1 without gaps, refused and repeated requests included', async () => {
        const repeated = sampleRequest('case-1');
        await store().append(repeated);
        await store().append(repeated);
        await store().append(sampleRequest('case-1', 'none'));
        await store().append(sampleRequest('case-2'));
        const all = await store().readAll({ after: 0, limit: 10 });
        expect(all.map(({ position }) => position)).toEqual([1, 2]);
      });
    }
  });
}

export function describeExpectedRevision(store: Running): void {
  describe('expected revision', () => {
    it('none: only a stream that does not exist', async () => {
      appended(await store().append(sampleRequest('case-1', 'none')));
      expect(await store().append(sampleRequest('case-1', 'none'))).toEqual({
        status: 'conflict',
        stream: 'case-1',
        actualRevision: 0,
      });
    });

    it('a number: only that very revision', async () => {
      appended(await store().append(sampleRequest('case-1', 'none')));
      expect(await store().append(sampleRequest('case-1', 1))).toEqual({
        status: 'conflict',
        stream: 'case-1',
        actualRevision: 0,
      });
      expect(await store().append(sampleRequest('case-2', 0))).toEqual({
        status: 'conflict',
        stream: 'case-2',
        actualRevision: 'none',
      });
      expect(appended(await store().append(sampleRequest('case-1', 0))).revisions).toEqual({ 'case-1': 1 });
    });

    it('any: whatever is there', async () => {
      await store().append(sampleRequest('case-1', 'any'));
      expect(appended(await store().append(sampleRequest('case-1', 'any'))).revisions).toEqual({
        'case-1': 1,
      });
    });

    it('of many writers who saw the same revision, one wins', async () => {
      await store().append(sampleRequest('case-1', 'none'));
      const results = await Promise.all(
        Array.from({ length: 20 }, () => store().append(sampleRequest('case-1', 0))),
      );
      expect(results.filter(({ status }) => status === 'appended')).toHaveLength(1);
      expect(results.filter(({ status }) => status === 'conflict')).toHaveLength(19);
    });
  });
}

export function describeWhatIsRefused(store: Running): void {
  it('judges each of many simultaneous requests on its own', async () => {
    const before = sampleRequest('case-before');
    await store().append(before);
    const results = await Promise.all([
      store().append(sampleRequest('case-1', 'none')),
      store().append(sampleRequest('case-before', 5)),
      store().append({ ...before, streams: [{ ...before.streams[0]!, stream: 'case-other' }] }),
      store().append(sampleRequest('case-2', 'none')),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['appended', 'conflict', 'repeated', 'appended']);
    expect(await store().readAll({ after: 0, limit: 10 })).toHaveLength(3);
  });

  it('a request that cannot be stored fails alone', async () => {
    const results = await Promise.allSettled([
      store().append(sampleRequest('case-1', 'none')),
      store().append(sampleRequest('case-2', 'none', [sampleEvent({}, { occurredAt: 'yesterday' })])),
      store().append(sampleRequest('case-3', 'none')),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await store().readAll({ after: 0, limit: 10 })).toHaveLength(2);
  });

  it.each([
    ['no event', sampleRequest('case-1', 'any', [])],
    [
      'too many events',
      sampleRequest('case-1', 'any', Array<never>(REQUEST_EVENTS_MAX + 1).fill(sampleEvent() as never)),
    ],
    ['a stream name with a blank', sampleRequest('case 1')],
    ['a stream name with a NUL', sampleRequest('case-\u0000')],
    ['no stream name', sampleRequest('')],
    ['a negative revision', sampleRequest('case-1', -1)],
    ['a command id that is no UUID', sampleRequest('case-1', 'any', [sampleEvent()], 'x')],
  ])('throws RangeError for %s', async (_, request) => {
    await expect(store().append(request)).rejects.toThrow(RangeError);
  });
}
