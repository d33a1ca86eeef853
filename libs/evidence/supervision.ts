import type { SupervisionEvents } from '@huiyin/domain';
import type { SupervisionEntry } from './document';
import type { Recorded } from './record';

const PREFIX = 'supervision-';

/** The supervision orders among the streams about a case, in the order in which they were given. */
export const supervisionEntries = (about: readonly (readonly Recorded[])[]): readonly SupervisionEntry[] =>
  about
    .filter(([first]) => first?.type === 'SupervisionOrdered')
    .map(entryOf)
    .sort((a, b) => a.positions[0]! - b.positions[0]!);

function entryOf(events: readonly Recorded[]): SupervisionEntry {
  const ordered = events[0]!;
  const { by, office, trigger } = ordered.data as SupervisionEvents['SupervisionOrdered'];
  const replied = events.find(({ type }) => type === 'SupervisionReplied');
  const closed = events.find(({ type }) => type === 'SupervisionClosed');
  return {
    id: ordered.stream.slice(PREFIX.length),
    ...{ by, office, trigger, orderedAt: ordered.occurredAt },
    ...(replied && { repliedAt: replied.occurredAt }),
    ...(closed && {
      closedAt: closed.occurredAt,
      solved: (closed.data as SupervisionEvents['SupervisionClosed']).solved,
    }),
    positions: events.map(({ position }) => position),
  };
}
