import type { Offices, Verdict } from '../../../decider';
import { isKeptFrom } from '../../../kept-from';
import type { About } from '../events';

/** Whoever is asked to stay out of it does not decide on that (Art. 28). */
export function nobodyDecidesTheirOwnRecusal(
  about: About,
  { actor, office }: { actor: string; office: string },
  offices: Offices,
): Verdict {
  const own =
    about.office === undefined ? about.official === actor : isKeptFrom(office, [about.office], offices);
  return own ? { code: 'own-recusal' } : undefined;
}
