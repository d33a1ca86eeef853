import type { StoredEvent } from '../port';
import { sampleEvent, sampleRequest } from '../samples';
import type { Running } from './running';

export function describeReading(store: Running): void {
  describe('reading', () => {
    const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
    beforeEach(async () => {
      for (let n = 0; n < 6; n++) {
        const event = sampleEvent({ n }, { recordedAt: at(n), type: n % 2 ? 'Odd' : 'Even' });
        await store().append(sampleRequest(n < 4 ? 'case-1' : 'office-1', 'any', [event]));
      }
    });
    const numbers = (events: StoredEvent[]) => events.map(({ data }) => (data as { n: number }).n);

    it('a stream: forwards, backwards, from a revision, until a time, up to a limit', async () => {
      expect(numbers(await store().readStream('case-1'))).toEqual([0, 1, 2, 3]);
      expect(numbers(await store().readStream('case-1', { direction: 'backwards', limit: 2 }))).toEqual([
        3, 2,
      ]);
      expect(
        numbers(await store().readStream('case-1', { direction: 'backwards', fromRevision: 1 })),
      ).toEqual([1, 0]);
      expect(numbers(await store().readStream('case-1', { fromRevision: 2 }))).toEqual([2, 3]);
      expect(numbers(await store().readStream('case-1', { until: at(1) }))).toEqual([0, 1]);
      expect(numbers(await store().readStream('case-1', { fromRevision: 1, limit: 1 }))).toEqual([1]);
    });

    it('the log: after a position, up to a limit, by stream prefix and type', async () => {
      const all = await store().readAll({ after: 0, limit: 100 });
      expect(numbers(all)).toEqual([0, 1, 2, 3, 4, 5]);
      expect(numbers(await store().readAll({ after: all[1]!.position, limit: 2 }))).toEqual([2, 3]);
      expect(numbers(await store().readAll({ after: all[1]!.position, inclusive: true, limit: 2 }))).toEqual([
        1, 2,
      ]);
      const filtered = (filter: object) => store().readAll({ after: 0, limit: 100, filter });
      expect(numbers(await filtered({ streamPrefixes: ['office-', 'x'] }))).toEqual([4, 5]);
      expect(numbers(await filtered({ types: ['Odd'] }))).toEqual([1, 3, 5]);
      expect(numbers(await filtered({ types: ['Odd'], streamPrefixes: ['case-'] }))).toEqual([1, 3]);
      expect(numbers(await filtered({ streamPrefixes: ['cas_', '%'] }))).toEqual([]);
    });
  });
}
