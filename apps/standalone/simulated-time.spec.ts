import { HOUR_ms, ManualClock } from '@huiyin/kernel';
import fc from 'fast-check';
import { createSimulatedTime } from './simulated-time';

const START = '2026-03-02T00:00:00.000Z';
const at = (hours: number): string => new Date(Date.parse(START) + hours * HOUR_ms).toISOString();

/** Timers at these hours; firing one sets those that follow from it. */
function createTimers(hours: readonly number[], following: (hour: number) => number[] = () => []) {
  const clock = new ManualClock(START);
  const waiting = hours.map(at);
  const fired: { due: string; now: string }[] = [];
  const kept: string[] = [];
  const time = createSimulatedTime({
    clock,
    nextAt: () => Promise.resolve([...waiting].sort()[0]),
    settle() {
      const now = clock.now().toISOString();
      const due = waiting.filter((each) => each <= now);
      for (const each of due) {
        waiting.splice(waiting.indexOf(each), 1);
        fired.push({ due: each, now });
        const hour = (Date.parse(each) - Date.parse(START)) / HOUR_ms;
        waiting.push(...following(hour).map(at));
      }
      return Promise.resolve(due.length);
    },
    settled: () => Promise.resolve(),
    keep: (now) => Promise.resolve(void kept.push(now.toISOString())),
  });
  return { time, fired, kept };
}

test('time that moves stops at each instant at which something is due, and ends where it was sent', async () => {
  const { time, fired, kept } = createTimers([5, 1, 30]);
  expect(await time.moveTo(new Date(at(10)))).toBe(2);
  expect(fired).toEqual([
    { due: at(1), now: at(1) },
    { due: at(5), now: at(5) },
  ]);
  expect([time.now().toISOString(), ...kept]).toEqual([at(10), at(10)]);
});

test('what follows from a step is due on the way, at its own instant', async () => {
  const { time, fired } = createTimers([1], (hour) => (hour < 4 ? [hour + 1] : []));
  await time.moveTo(new Date(at(10)));
  expect(fired.map(({ now }) => now)).toEqual([at(1), at(2), at(3), at(4)]);
});

test('what is due at the very end of the move is done', async () => {
  const { time, fired } = createTimers([10]);
  await time.moveTo(new Date(at(10)));
  expect(fired).toEqual([{ due: at(10), now: at(10) }]);
});

test('two moves at once are made one after the other', async () => {
  const { time, fired } = createTimers([1, 11]);
  await Promise.all([time.moveTo(new Date(at(10))), time.moveTo(new Date(at(20)))]);
  expect(fired.map(({ now }) => now)).toEqual([at(1), at(11)]);
  expect(time.now().toISOString()).toBe(at(20));
});

test('after a move that failed the next one goes on', async () => {
  let failures = 1;
  const clock = new ManualClock(START);
  const time = createSimulatedTime({
    clock,
    nextAt: () => Promise.resolve(undefined),
    settle: () => (failures-- > 0 ? Promise.reject(new Error('store away')) : Promise.resolve(0)),
    settled: () => Promise.resolve(),
    keep: () => Promise.resolve(),
  });
  await expect(time.moveTo(new Date(at(1)))).rejects.toThrow('store away');
  await time.moveTo(new Date(at(2)));
  expect(time.now().toISOString()).toBe(at(2));
});

test('however the way is cut into moves, each timer fires once, in order, at its instant', async () => {
  const hours = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(hours, hours, async (timers, stops) => {
      const { time, fired } = createTimers(timers);
      for (const stop of [...stops, 100].sort((a, b) => a - b)) await time.moveTo(new Date(at(stop)));
      expect(fired.map(({ due }) => due)).toEqual(timers.map(at).sort());
      expect(fired.filter(({ due, now }) => due !== now)).toEqual([]);
    }),
  );
});
