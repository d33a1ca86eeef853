import type { Verdict } from '../../../decider';
import type { InstructionState } from '../state';

/** A report is given on what was instructed, and judged once it is in. */
export function anInstructionIsInThatState(
  { items }: InstructionState,
  instruction: string,
  status: 'given' | 'reported',
): Verdict {
  const found = items[instruction]?.status ?? 'unknown';
  return found === status
    ? undefined
    : { code: 'no-such-instruction', facts: { instruction, status: found } };
}
