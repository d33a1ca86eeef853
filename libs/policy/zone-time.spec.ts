import * as kernel from '@huiyin/kernel';
import fc from 'fast-check';
import { instantAt, isoOf, wallClock } from './zone-time';

const instant = fc.integer({ min: Date.UTC(1985, 0, 1), max: Date.UTC(2035, 0, 1) });
const zone = fc.constantFrom(
  'Asia/Shanghai',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'UTC',
);
/** Around a change of clocks: New York, 2026-03-08 07:00 UTC. */
const nearChange = fc
  .integer({ min: -36, max: 36 })
  .map((hours) => Date.UTC(2026, 2, 8, 7) + hours * 1_800_000);

describe('zone arithmetic remembered per day', () => {
  it('agrees with the kernel', () => {
    fc.assert(
      fc.property(fc.oneof(instant, nearChange), zone, (ms, where) => {
        expect(wallClock(ms, where)).toBe(kernel.wallClock(ms, where));
        expect(instantAt(ms, where)).toBe(kernel.instantAt(ms, where));
      }),
    );
  });

  it('writes instants as Date does', () => {
    fc.assert(fc.property(instant, (ms) => expect(isoOf(ms)).toBe(new Date(ms).toISOString())));
    expect(isoOf(-1)).toBe('1969-12-31T23:59:59.999Z');
  });
});
