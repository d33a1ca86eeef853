import { isKeptFrom, staff, type Offices } from '@huiyin/domain';
import type { Viewer } from './viewer';

/** What a case says about who must not see it: ids of accused or recused offices, and `actor:…` of recused staff. */
export interface KeptCase {
  keptFrom: readonly string[];
}

/** Art. 28 and 30, for every way out. Whoever is not known sees nothing. */
export function maySee({ actor, office, roles }: Viewer, { keptFrom }: KeptCase, offices: Offices): boolean {
  if (actor !== undefined && keptFrom.includes(staff(actor))) return false;
  if (office === undefined) return roles.includes('city');
  return offices.has(office) && !isKeptFrom(office, keptFrom, offices);
}
