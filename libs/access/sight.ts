import { accusationsKeptFrom, staff, type Offices } from '@huiyin/domain';
import type { Viewer } from './viewer';

/** What a viewer's queries leave out: cases kept from any of these, or everything. */
export type Sight =
  | { of: 'nothing' }
  /** `office`: for which the viewer looks; the operator looks for none. */
  | { of: 'all-but'; keptFrom: readonly string[]; office?: string };

export const EVERYTHING: Sight = { of: 'all-but', keptFrom: [] };

/** `maySee` for sets of cases: a case is seen if it is kept from none of these. */
export function sightOf({ actor, office, roles }: Viewer, offices: Offices): Sight {
  const self = actor === undefined ? [] : [staff(actor)];
  if (office !== undefined) {
    if (!offices.has(office)) return { of: 'nothing' };
    return { of: 'all-but', keptFrom: [...self, ...accusationsKeptFrom(office, offices)], office };
  }
  return roles.includes('city') ? { of: 'all-but', keptFrom: self } : { of: 'nothing' };
}
