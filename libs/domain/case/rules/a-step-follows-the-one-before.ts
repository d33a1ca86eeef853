import type { Fact, Instant } from '@huiyin/policy';
import type { Verdict } from '../../decider';
import { spineVersions } from '../spine/events';
import { spineCommands } from '../spine/commands';

/** Recorded by the clock itself: somebody's step may have happened before it and be recorded after it. */
const BY_THE_CLOCK = ['OfficeReminded', 'DutyBreached', 'DutiesRecomputed', 'OfficeReplaced'];

/** A message of the public says when by its own clock, and moves none of ours. */
const BY_ANOTHER_CLOCK = 'AddMessage';

const isOnTheWay = ({ type }: Fact): boolean =>
  Object.hasOwn(spineVersions, type) && !BY_THE_CLOCK.includes(type);

/** A step may be recorded late, but it did not happen before the one that it follows; whatever else, not before the case. */
export function aStepFollowsTheOneBefore(
  command: { type: string; occurredAt: Instant; now: Instant },
  history: readonly Fact[],
): Verdict {
  // Servers do not agree to the millisecond: what happens now is never too early.
  if (command.occurredAt === command.now || command.type === BY_ANOTHER_CLOCK) return undefined;
  const before = Object.hasOwn(spineCommands, command.type) ? history.findLast(isOnTheWay) : history[0];
  return before && command.occurredAt < before.occurredAt
    ? { code: 'happened-earlier', facts: { occurredAt: command.occurredAt, before: before.occurredAt } }
    : undefined;
}
