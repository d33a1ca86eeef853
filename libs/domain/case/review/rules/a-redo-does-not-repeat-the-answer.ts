import { isSwitchedOn, type PolicyPack } from '@huiyin/policy';
import type { Verdict } from '../../../decider';
import type { ClaimOutcome } from '../../spine/events';

/** Share of pairs of characters that two texts have in common, from which on they say the same (local setting). */
const SAME_TEXT_SHARE = 0.9;

/**
 * An answer that is made anew does not repeat the one that was set aside: another outcome, or other grounds; unless the
 * pack has switched this off.
 */
export function aRedoDoesNotRepeatTheAnswer(
  pack: PolicyPack,
  setAside: readonly ClaimOutcome[],
  outcomes: readonly ClaimOutcome[],
): Verdict {
  const repeated = outcomes.every(({ claim, outcome, text }) => {
    const before = setAside.find((one) => one.claim === claim);
    return before?.outcome === outcome && likeness(before.text, text) >= SAME_TEXT_SHARE;
  });
  return setAside.length > 0 && repeated && isSwitchedOn(pack, 'redo-differs')
    ? { code: 'same-answer-again' }
    : undefined;
}

/** Of their pairs of neighbouring characters (Dice), without spaces and punctuation. */
function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  let common = 0;
  for (const [pair, times] of a) common += Math.min(times, b.get(pair) ?? 0);
  return (2 * common) / (total(a) + total(b));
}

const total = (pairs: ReadonlyMap<string, number>): number =>
  [...pairs.values()].reduce((sum, n) => sum + n, 0);

function pairsOf(text: string): Map<string, number> {
  const letters = `^${text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\s]/gu, '')}$`;
  const pairs = new Map<string, number>();
  for (let at = 1; at < letters.length; at += 1) {
    const pair = letters.slice(at - 1, at + 1);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}
