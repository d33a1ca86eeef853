import { randomUUID } from 'node:crypto';
import { sampleEvent, sampleRequest } from '../samples';
import { appended, type Running } from './running';

export function describeSeveralStreams(store: Running): void {
  describe('several streams', () => {
    const transfer = (expected: number) => ({
      commandId: randomUUID(),
      streams: [
        {
          stream: 'case-1',
          expectedRevision: expected,
          events: [sampleEvent({ n: 1 }), sampleEvent({ n: 2 })],
        },
        { stream: 'office-1', expectedRevision: 'none' as const, events: [sampleEvent({ n: 3 })] },
      ],
    });

    it('are written together, in the order given', async () => {
      const before = appended(await store().append(sampleRequest('case-1', 'none')));
      const result = appended(await store().append(transfer(0)));
      expect(result.revisions).toEqual({ 'case-1': 2, 'office-1': 0 });
      const all = await store().readAll({ after: before.last, limit: 10 });
      expect(all.map(({ stream, revision, data }) => [stream, revision, data])).toEqual([
        ['case-1', 1, { n: 1 }],
        ['case-1', 2, { n: 2 }],
        ['office-1', 0, { n: 3 }],
      ]);
    });

    it('or not at all', async () => {
      await store().append(sampleRequest('case-1', 'none'));
      expect(await store().append(transfer(7))).toEqual({
        status: 'conflict',
        stream: 'case-1',
        actualRevision: 0,
      });
      expect(await store().readStream('office-1')).toEqual([]);
    });

    it('a stream without events is only checked', async () => {
      const request = (expectedRevision: 'none' | 0) => ({
        commandId: randomUUID(),
        streams: [
          { stream: 'office-1', expectedRevision, events: [] },
          { stream: 'case-1', expectedRevision: 'any' as const, events: [sampleEvent()] },
        ],
      });
      expect(await store().append(request(0))).toEqual({
        status: 'conflict',
        stream: 'office-1',
        actualRevision: 'none',
      });
      expect(appended(await store().append(request('none'))).revisions).toEqual({ 'case-1': 0 });
    });
  });
}

export function describeCommandIds(store: Running): void {
  describe('command id', () => {
    it('a repeat writes nothing and answers what the first one wrote, even when the revision has moved on', async () => {
      const request = {
        commandId: randomUUID(),
        streams: [
          { stream: 'case-1', expectedRevision: 'none' as const, events: [sampleEvent(), sampleEvent()] },
          { stream: 'office-1', expectedRevision: 'none' as const, events: [sampleEvent()] },
        ],
      };
      const first = appended(await store().append(request));
      await store().append(sampleRequest('case-1', 1));
      expect(await store().append(request)).toEqual({ ...first, status: 'repeated' });
      expect(await store().readStream('case-1')).toHaveLength(3);
    });

    it('sent many times at once has one effect, and all hear of it', async () => {
      const request = sampleRequest('case-1', 'none');
      const results = await Promise.all(Array.from({ length: 10 }, () => store().append(request)));
      expect(results.filter(({ status }) => status === 'appended')).toHaveLength(1);
      expect(results.filter(({ status }) => status === 'repeated')).toHaveLength(9);
      expect(new Set(results.map((result) => (result.status === 'conflict' ? 0 : result.first))).size).toBe(
        1,
      );
    });

    it('of a refused request stays free', async () => {
      const commandId = randomUUID();
      expect((await store().append(sampleRequest('case-1', 3, [sampleEvent()], commandId))).status).toBe(
        'conflict',
      );
      appended(await store().append(sampleRequest('case-1', 'none', [sampleEvent()], commandId)));
    });
  });
}
