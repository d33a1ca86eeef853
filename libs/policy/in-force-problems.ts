import type { PolicyPack } from './pack';
import type { Problem } from './problem';
import { EARLIER_MAX } from './rule-book';

/** By `id@version`, or by `id` for the newest; undefined where no such pack has been adopted. */
export type AdoptedPacks = (ref: string) => PolicyPack | undefined;

/** What came earlier falls under a pack that there is, and not, through however many others, under this one again. */
export function inForceProblems({ id, inForce = {} }: PolicyPack, packs?: AdoptedPacks): Problem[] {
  const { from, before, until } = inForce;
  if (from !== undefined && until !== undefined && until <= from)
    return [{ path: ['inForce', 'until'], message: 'it ends before it begins' }];
  if (before === undefined) return [];
  const wrong = (message: string): Problem[] => [{ path: ['inForce', 'before'], message }];
  if (from === undefined) return wrong('there is no day from which this pack is in force');
  if (idOf(before) === id) return wrong('leads back to this pack');
  if (packs === undefined) return [];
  if (packs(before) === undefined) return wrong(`unknown policy pack ${before}`);
  const way = wayBack(before, packs);
  const ring = way.map(idOf).indexOf(id);
  if (ring > 0) return wrong(`leads back to this pack through ${way.slice(0, ring).join(', ')}`);
  return way.length > EARLIER_MAX ? wrong(`more than ${EARLIER_MAX} packs come before one another`) : [];
}

const idOf = (ref: string): string => ref.split('@')[0]!;

/** The packs that come before one another from here; a damaged log may hold a ring, and it ends all the same. */
function wayBack(before: string, packs: AdoptedPacks): readonly string[] {
  const way: string[] = [];
  for (let ref: string | undefined = before; ref !== undefined && way.length <= EARLIER_MAX;)
    ref = packs(way[way.push(ref) - 1]!)?.inForce?.before;
  return way;
}
