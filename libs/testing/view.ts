import type { NewEvent, StoredEvent } from '@huiyin/event-store';
import { deterministicId, HOUR_ms } from '@huiyin/kernel';
import { foldInMemory, type LogEvent, type Row, type View } from '@huiyin/read-models/engine';
import { bundledCalendars, bundledPacks } from '@huiyin/policy';

/** An event as a spec tells it; what it leaves out is filled in. */
export type Told = Pick<StoredEvent, 'stream' | 'type' | 'data'> & Partial<NewEvent>;

const START_ms = Date.parse('2026-03-02T01:00:00.000Z');

/** Numbered as a store would: in their streams, and from 1 in the log; an hour apart where they give no time. */
export function stored(events: readonly Told[]): StoredEvent[] {
  const revisions = new Map<string, number>();
  return events.map((told, index) => {
    const revision = revisions.get(told.stream) ?? 0;
    revisions.set(told.stream, revision + 1);
    const at = told.occurredAt ?? new Date(START_ms + index * HOUR_ms).toISOString();
    const id = deterministicId('event', index);
    const meta = { actor: 'clerk', office: 'office', commandId: id, correlationId: id };
    return { id, version: 1, meta, occurredAt: at, recordedAt: at, ...told, revision, position: index + 1 };
  });
}

/** The bundled packs and calendars, adopted. */
export const bundledAdopted: readonly Told[] = [
  ...bundledCalendars.map((calendar) => ({
    stream: `calendar-${calendar.id}`,
    type: 'CalendarAdopted',
    data: { calendar },
  })),
  ...bundledPacks.map((pack) => ({ stream: `policy-${pack.id}`, type: 'PolicyAdopted', data: { pack } })),
];

/** `given(events).rows(view)`: the rows that a view shows after these events, in the order of their keys. */
export const given = (...events: readonly Told[]) => ({
  rows: <Shown = Row>(view: View): Shown[] => rowsAfter(view, stored(events)) as Shown[],
});

function rowsAfter(view: View, events: readonly StoredEvent[]): Row[] {
  const folded = foldInMemory([view]);
  for (const event of events as readonly LogEvent[]) folded.take(event);
  return folded.rows(view).map(({ position: _, ...row }) => row);
}
