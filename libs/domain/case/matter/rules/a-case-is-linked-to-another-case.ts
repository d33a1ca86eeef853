import type { Verdict } from '../../../decider';

/** A case is linked to, or merged into, another case that exists. */
export function aCaseIsLinkedToAnotherCase(id: string, target: string, found: unknown): Verdict {
  if (target === id) return { code: 'own-lead', facts: { case: target } };
  return found === undefined ? { code: 'case-unknown', facts: { case: target } } : undefined;
}
