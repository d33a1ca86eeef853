import type { CustomTypesConfig } from 'pg';
import type { EventMeta, StoredEvent } from '../port';

/** What the queries select; every value arrives as the server's text. */
export interface EventRow {
  position: string;
  stream: string;
  revision: string;
  id: string;
  type: string;
  version: string;
  data: string;
  meta: string;
  occurred_at: string;
  recorded_at: string;
}

export const AS_TEXT: CustomTypesConfig = { getTypeParser: () => (text: string) => text };

export const toEvent = (row: EventRow): StoredEvent => ({
  id: row.id,
  type: row.type,
  version: Number(row.version),
  data: JSON.parse(row.data),
  meta: JSON.parse(row.meta) as EventMeta,
  occurredAt: isoInstant(row.occurred_at),
  recordedAt: isoInstant(row.recorded_at),
  stream: row.stream,
  revision: Number(row.revision),
  position: Number(row.position),
});

/** `2026-01-02 03:04:05.6+00`, as a session in UTC writes it, to the `2026-01-02T03:04:05.600Z` that the port writes. */
function isoInstant(text: string): string {
  const fraction = text.charAt(19) === '.' ? text.slice(20, text.indexOf('+', 20)) : '';
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
}
