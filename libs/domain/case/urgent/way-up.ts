import type { EventOf, Offices } from '../../decider';
import type { UrgentEvents } from './events';
import type { WayUp } from './state';

/**
 * What an office that the matter has just reached owes to the one above it; nothing where there is none. A case that is
 * kept from the one above is kept from this one too, so that nobody is told of an accusation against themselves.
 */
export function owedUp(
  from: string,
  { owed, told, acknowledged }: WayUp,
  offices: Offices,
): readonly EventOf<Pick<UrgentEvents, 'ReportUpOwed'>>[] {
  const [to, level] = [offices.superior(from), offices.level(from)];
  // A directory may hold a ring: the way up ends where it would begin again.
  const round = to === from || [...owed, ...told, ...acknowledged].some((hop) => hop.from === to);
  return to === undefined || level === undefined || round
    ? []
    : [{ type: 'ReportUpOwed', data: { from, level, to } }];
}
