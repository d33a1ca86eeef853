import { createKnownHead } from './head';
import type { StoredEvent } from './port';
import { sampleEvent } from './samples';
import { shareTail } from './tail';

function opened({ head = 10 } = {}) {
  const reads: { after: number; upTo: number }[] = [];
  const log = Array.from({ length: 5_000 }, (_, index): StoredEvent => ({
    ...sampleEvent({}, { type: index % 2 === 0 ? 'Odd' : 'Even' }),
    stream: 'case-1',
    revision: index,
    position: index + 1,
  }));
  const known = createKnownHead();
  known.raise(head);
  const tail = shareTail(async ({ after, upTo, limit, filter }) => {
    reads.push({ after, upTo });
    const found = log
      .filter(({ position }) => position > after && position <= upTo)
      .filter(({ type }) => filter?.types?.includes(type) ?? true);
    return found.slice(0, limit);
  }, known);
  const positions = async (range: Parameters<typeof tail.read>[0]): Promise<number[]> =>
    (await tail.read(range)).map(({ position }) => position);
  return { tail, known, reads, log, positions };
}

describe('the tail shared by the followers of a process', () => {
  it('is read once for all who ask at the same time, and for who comes a little later', async () => {
    const { known, reads, positions } = opened();
    const near = { after: 7, upTo: 10, limit: 500 };
    expect(await Promise.all([positions(near), positions(near)])).toEqual([
      [8, 9, 10],
      [8, 9, 10],
    ]);
    known.raise(12);
    expect(await positions({ ...near, after: 10, upTo: 12 })).toEqual([11, 12]);
    expect(await positions({ ...near, after: 9, upTo: 12 })).toEqual([10, 11, 12]);
    expect(reads).toEqual([
      { after: 7, upTo: 10 },
      { after: 10, upTo: 12 },
    ]);
  });

  it('answers no more than asked for', async () => {
    const { positions } = opened();
    expect(await positions({ after: 2, upTo: 10, limit: 3 })).toEqual([3, 4, 5]);
    expect(await positions({ after: 2, upTo: 6, limit: 500 })).toEqual([3, 4, 5, 6]);
  });

  it('lets who is behind read for himself, and keeps its own place', async () => {
    const { known, reads, positions } = opened({ head: 4_000 });
    await positions({ after: 3_990, upTo: 4_000, limit: 500 });
    expect(await positions({ after: 0, upTo: 4_000, limit: 2 })).toEqual([1, 2]);
    known.raise(4_001);
    expect(await positions({ after: 4_000, upTo: 4_001, limit: 500 })).toEqual([4_001]);
    expect(reads.map(({ after }) => after)).toEqual([3_990, 0, 4_000]);
  });

  it('is no trap where the log is shorter than what was heard of its head', async () => {
    const { log, positions } = opened();
    log.length = 3;
    expect(await positions({ after: 0, upTo: 10, limit: 500 })).toEqual([1, 2, 3]);
    expect(await positions({ after: 3, upTo: 10, limit: 500 })).toEqual([]);
  });

  it('is not shared where positions stand twice: whoever follows such a log still gets on', async () => {
    const { log, positions } = opened();
    for (let index = 3; index < 9; index++) log[index] = { ...log[index]!, position: 3 };
    await positions({ after: 0, upTo: 10, limit: 500 });
    expect(await positions({ after: 3, upTo: 10, limit: 6 })).toEqual([10]);
  });

  it('filters what is there, and asks the store for what is not', async () => {
    const { reads, positions } = opened();
    await positions({ after: 5, upTo: 10, limit: 500 });
    const filter = { types: ['Even'] };
    expect(await positions({ after: 6, upTo: 10, limit: 500, filter })).toEqual([8, 10]);
    expect(reads).toHaveLength(1);
    expect(await positions({ after: 1, upTo: 10, limit: 2, filter })).toEqual([2, 4]);
    expect(reads).toHaveLength(2);
  });

  it('is read again after the connection was lost', async () => {
    const { tail, log, positions } = opened();
    const near = { after: 8, upTo: 10, limit: 500 };
    await positions(near);
    tail.forget();
    log[9] = { ...log[9]!, id: 'another' };
    expect((await tail.read(near)).at(-1)!.id).toBe('another');
  });

  it('a log shorter than its head is read as it is', async () => {
    const { log, positions } = opened();
    log.length = 9;
    expect(await positions({ after: 7, upTo: 10, limit: 500 })).toEqual([8, 9]);
  });

  describe('what the process wrote itself', () => {
    const written = (log: StoredEvent[], after: number, upTo: number) => {
      const made = jest.fn((event: StoredEvent) => event);
      const events = () =>
        log
          .slice(after, upTo)
          .map((event) => ({ stream: event.stream, type: event.type, event: () => made(event) }));
      return { after, upTo, events, made };
    };

    it('is not read again, and made when somebody asks for it', async () => {
      const { tail, known, reads, log, positions } = opened();
      await positions({ after: 7, upTo: 10, limit: 500 });
      const run = written(log, 10, 12);
      tail.wrote(run);
      known.raise(12);
      const even = { after: 10, upTo: 12, limit: 500, filter: { types: ['Even'] } };
      expect(await positions(even)).toEqual([12]);
      expect(run.made.mock.calls.map(([{ position }]) => position)).toEqual([12]);
      expect(await positions({ after: 9, upTo: 12, limit: 500 })).toEqual([10, 11, 12]);
      expect(await positions({ after: 10, upTo: 12, limit: 500 })).toEqual([11, 12]);
      expect(reads).toEqual([{ after: 7, upTo: 10 }]);
    });

    it('behind what others wrote is read together with that', async () => {
      const { tail, known, reads, log, positions } = opened();
      await positions({ after: 7, upTo: 10, limit: 500 });
      tail.wrote(written(log, 11, 12));
      known.raise(12);
      expect(await positions({ after: 10, upTo: 12, limit: 500 })).toEqual([11, 12]);
      expect(reads).toEqual([
        { after: 7, upTo: 10 },
        { after: 10, upTo: 12 },
      ]);
    });

    it('while the tail is being read stands in it once', async () => {
      const { tail, known, log, positions } = opened();
      await positions({ after: 7, upTo: 10, limit: 500 });
      known.raise(12);
      const asked = positions({ after: 10, upTo: 12, limit: 500 });
      tail.wrote(written(log, 10, 11));
      expect(await asked).toEqual([11, 12]);
      tail.wrote(written(log, 12, 13));
      expect(await positions({ after: 8, upTo: 13, limit: 500 })).toEqual([9, 10, 11, 12, 13]);
    });

    it('is let go where nobody asks, the oldest first', async () => {
      const { tail, known, reads, log, positions } = opened();
      await positions({ after: 7, upTo: 10, limit: 500 });
      const runs = [0, 1, 2].map((run) => written(log, 10 + run * 250, 260 + run * 250));
      runs.forEach((run) => tail.wrote(run));
      known.raise(760);
      expect(await positions({ after: 260, upTo: 262, limit: 500 })).toEqual([261, 262]);
      expect(runs.map(({ made }) => made.mock.calls.length)).toEqual([0, 2, 0]);
      expect(await positions({ after: 9, upTo: 11, limit: 500 })).toEqual([10, 11]);
      expect(reads.at(-1)).toEqual({ after: 9, upTo: 11 });
    });
  });
});
