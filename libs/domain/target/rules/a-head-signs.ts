import type { Offices, Verdict } from '../../decider';

/** Targets are signed by a post of the office's head that is held, where the directory knows one. */
export function aHeadSigns(offices: Offices, office: string, post: string): Verdict {
  const heads = offices.heads(office);
  if (heads.length === 0 || heads.includes(post)) return undefined;
  return { code: 'not-signed-by-a-head', facts: { office, post, heads: heads.join(', ') } };
}
