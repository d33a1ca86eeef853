import fc from 'fast-check';
import type { PlannedAppend, WriterPlan } from './history';

/** Few streams, so that they are fought over; few commands beside them, so that some are sent by several processes. */
const STREAMS = 6;

const part = fc.record({
  stream: fc.nat(STREAMS - 1),
  events: fc.integer({ min: 1, max: 3 }),
  expected: fc.constantFrom(
    'any' as const,
    'any' as const,
    'none' as const,
    'seen' as const,
    'seen' as const,
    'behind' as const,
  ),
});

const parts = fc.uniqueArray(part, { minLength: 1, maxLength: 3, selector: ({ stream }) => stream });

/** All commands first; lanes then name them by number, so that the same command always asks for the same events. */
export const plans = ({
  writers,
  lanes,
  appends,
}: {
  writers: number;
  lanes: number;
  appends: number;
}): fc.Arbitrary<WriterPlan[]> => {
  const total = writers * lanes * appends;
  const repeats = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: total, maxLength: total });
  return fc
    .tuple(fc.array(parts, { minLength: total, maxLength: total }), repeats)
    .map(([commands, dice]) => {
      // One in ten repeats a command of another lane, at about the same time.
      const numbers = dice.map((die, index) => (die === 0 ? (index * 7 + appends) % total : index));
      const planned = (index: number): PlannedAppend => ({
        command: numbers[index]!,
        parts: commands[numbers[index]!]!,
      });
      return Array.from({ length: writers }, (_, writer) =>
        Array.from({ length: lanes }, (__, lane) =>
          Array.from({ length: appends }, (___, n) => planned((writer * lanes + lane) * appends + n)),
        ),
      );
    });
};
