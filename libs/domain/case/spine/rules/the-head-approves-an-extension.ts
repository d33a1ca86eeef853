import type { Offices, Verdict } from '../../../decider';

/** An extension is approved by the office's head (Art. 34): by a post of head that is held, where the directory knows one. */
export function theHeadApprovesAnExtension(offices: Offices, office: string, approvedBy: string): Verdict {
  const heads = offices.heads(office);
  if (heads.length === 0 || heads.includes(approvedBy)) return undefined;
  return { code: 'not-the-head', facts: { office, approvedBy, heads: heads.join(', ') } };
}
