import { createReserve, RESERVED_MAX } from './reserve';

const FRESH_ms = 1_000;

function counting(mintOnce?: (count: number) => Promise<number[]>) {
  const clock = { now_ms: 0 };
  const asked: number[] = [];
  let last = 0;
  const reserve = createReserve<number>({
    mint: (count) => {
      asked.push(count);
      return mintOnce?.(count) ?? Promise.resolve(Array.from({ length: count }, () => (last += 1)));
    },
    fresh_max_ms: FRESH_ms,
    now: () => clock.now_ms,
  });
  return { reserve, asked, clock };
}

test('everyone gets a subject of their own, whoever asks at once', async () => {
  const { reserve } = counting();
  const taken = await Promise.all(Array.from({ length: 1_000 }, () => reserve.take()));
  expect(new Set(taken).size).toBe(1_000);
});

test('many registrations are minted ahead, never more than the most', async () => {
  const { reserve, asked } = counting();
  for (let n = 0; n < 10 * RESERVED_MAX; n += 1) await reserve.take();
  expect(Math.max(...asked)).toBe(RESERVED_MAX);
  expect(asked.length).toBeLessThan(30);
});

test('one now and then is minted by itself: nothing stale is given out, nothing is left behind', async () => {
  const { reserve, asked, clock } = counting();
  for (let n = 0; n < 20; n += 1) {
    await reserve.take();
    clock.now_ms += FRESH_ms;
  }
  expect(asked).toEqual(Array<number>(20).fill(1));
});

test('who finds none left is told why, and the next one tries again', async () => {
  let down = true;
  const { reserve } = counting(() => (down ? Promise.reject(new Error('away')) : Promise.resolve([7])));
  await expect(reserve.take()).rejects.toThrow('away');
  down = false;
  expect(await reserve.take()).toBe(7);
});
