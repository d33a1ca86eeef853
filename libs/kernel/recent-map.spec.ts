import * as fc from 'fast-check';
import { RecentMap } from './recent-map';

const MAX = 8;
const keys = fc.integer({ min: 0, max: 30 }).map(String);
const step = fc.oneof(
  fc.record({ does: fc.constant('set' as const), key: keys, value: fc.integer() }),
  fc.record({ does: fc.constant('get' as const), key: keys }),
  fc.record({ does: fc.constant('delete' as const), key: keys }),
);

test('it holds the last entries used, never another value than the last one set, and no more than the most', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const map = new RecentMap<{ value: number }>(MAX);
      const model = new Map<string, { value: number }>();
      const used: string[] = [];
      const use = (key: string) => {
        const before = used.indexOf(key);
        if (before >= 0) used.splice(before, 1);
        if (model.has(key)) used.unshift(key);
      };
      for (const { does, key, ...rest } of steps) {
        if (does === 'set') {
          const value = { value: (rest as { value: number }).value };
          map.set(key, value);
          model.set(key, value);
        } else if (does === 'delete') {
          map.delete(key);
          model.delete(key);
        } else {
          const got = map.get(key);
          expect([undefined, model.get(key)]).toContain(got);
          if (used.slice(0, MAX / 2).includes(key)) expect(got).toBe(model.get(key));
          // What it no longer holds is not used either.
          if (!got) model.delete(key);
        }
        use(key);
        expect(map.size).toBeLessThanOrEqual(MAX);
      }
    }),
  );
});
