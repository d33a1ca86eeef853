import type { Offices, Verdict } from '../decider';

/** An office that was split, merged or abolished is given nothing more: its successor is (Art. 24). */
export function anOfficeIsNotSucceeded(offices: Offices, office: string): Verdict {
  const successor = offices.successor(office);
  return successor === office ? undefined : { code: 'office-succeeded', facts: { office, successor } };
}
