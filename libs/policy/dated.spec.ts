import { DAY_ms } from '@huiyin/kernel';
import fc from 'fast-check';
import { bundledRules } from './bundled';
import { dated } from './dated';
import type { DutyRule, PolicyPack } from './pack';

const calendar = bundledRules.calendar('cn');
const pack = bundledRules.pack('xinfang-2022');
const rule = pack.duties.find(({ id }) => id === 'accept')!;
/** Whether it is reminded of depends on the moment of its first day from which it runs. */
const short: DutyRule = { ...rule, escalation: [{ do: 'remind', offset: { unit: 'hours', amount: -20 } }] };

const running = fc.record({
  period: fc.record({
    unit: fc.constantFrom('days' as const, 'working-days' as const),
    amount: fc.integer({ min: 1, max: 3 }),
  }),
  startedAt: fc
    .integer({ min: Date.UTC(2026, 1, 1), max: Date.UTC(2026, 1, 1) + 20 * DAY_ms })
    .map((ms) => new Date(ms).toISOString()),
  extendedDays: fc.constantFrom(0, 0, 2),
  pausedDays: fc.constantFrom(0, 0, 1),
  paused_ms: fc.constant(0),
});

test.each<[string, DutyRule, Partial<PolicyPack>]>([
  ['a rule of the pack', rule, {}],
  ['a reminder near the start', short, {}],
  ['the first day counted', short, { firstDay: 'included' }],
])('what is remembered of a day is what would be computed anew: %s', (_, one, settings) => {
  const mine = { ...pack, ...settings };
  fc.assert(
    fc.property(running, (from) => {
      const anew = dated(from, one, { pack: { ...mine }, calendar });
      expect(dated(from, one, { pack: mine, calendar })).toEqual(anew);
    }),
    { numRuns: 500 },
  );
});
