import { ManualClock } from '@huiyin/kernel';
import type { City } from './compose';
import { welcome } from './welcome';

const OPTIONS = { port: 0, data: '.huiyin', city: 'none', cases: 1, clock: 'real' } as const;
const failing = (code: string): City =>
  ({
    views: {
      createQueryRunner: () => ({
        query: () => Promise.reject(Object.assign(new Error('column v.cites does not exist'), { code })),
        release: () => Promise.resolve(),
      }),
    },
    platform: { clock: new ManualClock('2026-03-02T00:00:00Z'), store: { head: () => Promise.resolve(14) } },
  }) as unknown as City;

test('a city whose views are filled anew after an upgrade is at its address all the same', async () => {
  const text = await welcome(failing('42703'), 'http://127.0.0.1:3000', OPTIONS);
  expect(text).toContain('http://127.0.0.1:3000/   (the views are filled anew, log position 14)');
  expect(text).toContain('2. open http://127.0.0.1:3000/docs and register a case');
});

test('a server that fails otherwise is no welcome', async () => {
  await expect(welcome(failing('53100'), 'http://127.0.0.1:3000', OPTIONS)).rejects.toThrow();
});
