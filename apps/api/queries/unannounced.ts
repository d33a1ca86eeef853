import type { Viewer } from '@huiyin/access';
import { isKeptFrom, type Offices, type SupervisionEvents } from '@huiyin/domain';
import type { StoredEvent } from '@huiyin/event-store';

/** Whoever is supervised, and whoever is below them, does not know of a visit that is to come unannounced. */
const isVisited = ({ office }: Viewer, supervised: string, offices: Offices): boolean =>
  office !== undefined && isKeptFrom(office, [supervised], offices);

type Planned = SupervisionEvents['SiteVisitPlanned'];

/** The events of an order that the viewer may know of: an unannounced visit shows when it has been reported. */
export function withoutUnannounced(
  history: readonly StoredEvent[],
  viewer: Viewer,
  offices: Offices,
): readonly StoredEvent[] {
  const { office } = history[0]!.data as SupervisionEvents['SupervisionOrdered'];
  if (!isVisited(viewer, office, offices)) return history;
  const reported = new Set(
    history.filter(({ type }) => type === 'SiteVisitReported').map(({ data }) => (data as Planned).visit),
  );
  const secret = history.filter(({ type, data }) => {
    const { announced, visit } = data as Planned;
    return type === 'SiteVisitPlanned' && !announced && !reported.has(visit);
  });
  const isAbout = (dutyId: unknown): boolean =>
    typeof dutyId === 'string' && secret.some(({ id }) => dutyId.includes(id));
  return history.filter(
    (event) => !secret.includes(event) && !isAbout((event.data as { dutyId?: unknown }).dutyId),
  );
}

interface Listed {
  office: string;
  visits: readonly { announced: boolean; reported: boolean }[];
}

/** The same of a row of the board. */
export const withoutUnannouncedVisits = <Row extends Listed>(
  row: Row,
  viewer: Viewer,
  offices: Offices,
): Row =>
  isVisited(viewer, row.office, offices)
    ? { ...row, visits: row.visits.filter(({ announced, reported }) => announced || reported) }
    : row;
