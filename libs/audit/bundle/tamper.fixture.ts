import type { AuditRig } from '../testing.fixture';
import { doctor, type Doctored } from './doctored.fixture';

/**
 * What an administrator with every right does to the log, in ways that leave a database which looks whole: positions
 * and revisions stay unique, and where the way calls for it, contiguous. The log that it is done to has the events of
 * tamper.spec.ts. `all` and `case`: what the verifiers say of the whole log, and of case-b (`untouched`: intact).
 */
export interface Tampering {
  way: string;
  /** On PostgreSQL. */
  sql: string;
  /** On KurrentDB, whose files hold the same events in the same order. */
  records: (log: Doctored) => void;
  /** And in the tables of the tree, on either. */
  audit?: string;
  all: string;
  case: string;
}

/** Moves every later event to other positions without meeting another on the way. */
const shift = (from: number, by: number): string =>
  `UPDATE event_store.event SET position = position + 100000 WHERE position >= ${from};
   UPDATE event_store.event SET position = position - 100000 + ${by} WHERE position > 100000`;
const shiftRevisions = (stream: string, from: number, by: number): string =>
  `UPDATE event_store.event SET revision = revision + 100000 WHERE stream = '${stream}' AND revision >= ${from};
   UPDATE event_store.event SET revision = revision - 100000 + ${by} WHERE revision >= 100000`;

const at = (position: number, stream: string, revision: number, what: string): string =>
  `NOT INTACT: position ${position} (${stream}, revision ${revision}): ${what}`;

export const TAMPERINGS: readonly Tampering[] = [
  {
    way: 'rewrites what an answer said',
    sql: `UPDATE event_store.event SET data = '{"n":1,"text":"nobody complained"}' WHERE position = 5`,
    records: (log) => log.edit(5, { data: '{"n":1,"text":"nobody complained"}' }),
    all: at(5, 'case-b', 1, 'edited'),
    case: at(5, 'case-b', 1, 'edited'),
  },
  {
    way: 'writes the same JSON in other bytes',
    sql: `UPDATE event_store.event SET data = replace(data::text, ':', ': ')::json WHERE position = 5`,
    records: (log) => log.edit(5, { data: (text) => text.replaceAll(':', ': ') }),
    all: at(5, 'case-b', 1, 'edited'),
    case: at(5, 'case-b', 1, 'edited'),
  },
  {
    way: 'dates an event back by a day',
    sql: `UPDATE event_store.event SET occurred_at = occurred_at - interval '1 day' WHERE position = 8`,
    records: (log) => log.edit(8, { occurredAt: '2026-03-01T01:00:00.000Z' }),
    all: at(8, 'case-b', 2, 'edited'),
    case: at(8, 'case-b', 2, 'edited'),
  },
  {
    way: 'dates an event back by a microsecond',
    sql: `UPDATE event_store.event SET recorded_at = recorded_at - interval '1 microsecond' WHERE position = 8`,
    records: (log) => log.edit(8, { recordedAt: '2026-03-02T00:59:59.999999Z' }),
    all: at(8, 'case-b', 2, 'edited'),
    case: at(8, 'case-b', 2, 'edited'),
  },
  {
    way: 'puts another clerk in the place of the one who acted',
    sql: `UPDATE event_store.event SET meta = replace(meta::text, 'clerk', 'intern')::json WHERE position = 2`,
    records: (log) => log.edit(2, { meta: (text) => text.replace('clerk', 'intern') }),
    all: at(2, 'case-b', 0, 'edited'),
    case: at(2, 'case-b', 0, 'edited'),
  },
  {
    way: 'makes another kind of event of one',
    sql: `UPDATE event_store.event SET type = 'CaseClosed' WHERE position = 6`,
    records: (log) => log.edit(6, { type: 'CaseClosed' }),
    all: at(6, 'case-c', 1, 'edited'),
    case: 'untouched',
  },
  {
    way: 'takes an event out and leaves a gap',
    sql: 'DELETE FROM event_store.event WHERE position = 5',
    records: (log) => log.remove(5),
    all: at(5, 'case-b', 1, 'deleted'),
    case: at(5, 'case-b', 1, 'deleted'),
  },
  {
    way: 'takes an event out and closes the gap',
    sql: `DELETE FROM event_store.event WHERE position = 5; ${shift(6, -1)}; ${shiftRevisions('case-b', 2, -1)}`,
    records: (log) => {
      log.remove(5);
      log.renumber('case-b');
    },
    all: at(5, 'case-b', 1, 'deleted'),
    case: at(5, 'case-b', 1, 'deleted'),
  },
  {
    way: 'cuts the tail off',
    sql: 'DELETE FROM event_store.event WHERE position >= 11',
    records: (log) => log.cutFrom(11),
    all: at(11, 'case-b', 3, 'cut from the tail'),
    case: at(11, 'case-b', 3, 'cut from the tail'),
  },
  {
    way: 'puts an event in and moves the others up',
    sql: `${shift(5, 1)}; ${shiftRevisions('case-b', 1, 1)};
      INSERT INTO event_store.event (position, occurred_at, recorded_at, revision, version, id, stream, type, data, meta)
      SELECT 5, occurred_at, recorded_at, 1, version, gen_random_uuid(), stream, type, data, meta
        FROM event_store.event WHERE position = 2`,
    records: (log) => {
      log.insertCopy(2, 5);
      log.renumber('case-b');
    },
    all: at(5, 'case-b', 1, 'inserted'),
    case: at(5, 'case-b', 1, 'inserted'),
  },
  {
    way: 'puts an acceptance before the objection: swaps two events of a case',
    sql: `UPDATE event_store.event SET position = -position, revision = revision + 1000 WHERE position IN (5, 8);
      UPDATE event_store.event SET position = 8, revision = 2 WHERE position = -5;
      UPDATE event_store.event SET position = 5, revision = 1 WHERE position = -8`,
    records: (log) => log.swap(5, 8),
    all: at(5, 'case-b', 1, 're-ordered'),
    case: at(5, 'case-b', 1, 're-ordered'),
  },
  {
    way: 'moves an event to another case',
    sql: `UPDATE event_store.event SET stream = 'case-c', revision = 90 WHERE position = 5;
      ${shiftRevisions('case-b', 2, -1)}`,
    records: (log) => {
      log.edit(5, { stream: 'case-c', revision: 90 });
      log.renumber('case-b');
    },
    all: at(5, 'case-b', 1, 'moved to case-c'),
    case: at(5, 'case-b', 1, 'moved to case-c'),
  },
  {
    way: 'moves an event of another case here',
    sql: `UPDATE event_store.event SET stream = 'case-b', revision = 90 WHERE position = 6`,
    records: (log) => log.edit(6, { stream: 'case-b', revision: 90 }),
    all: at(6, 'case-c', 1, 'moved to case-b'),
    case: at(6, 'case-b', 90, 'moved here from another case'),
  },
  {
    way: 'gives an event another command id, so that a receipt leads elsewhere',
    sql: `UPDATE event_store.event SET command_id = gen_random_uuid() WHERE position = 5`,
    records: (log) => log.edit(5, { commandId: '0196a0c1-0000-7000-8000-000000000000' }),
    all: at(5, 'case-b', 1, 'edited'),
    case: at(5, 'case-b', 1, 'edited'),
  },
  {
    way: 'rewrites an event and the whole audit schema to match',
    sql: "UPDATE event_store.event SET data = '{}' WHERE position = 3",
    audit: 'TRUNCATE audit.tile, audit.stream_head; UPDATE audit.epoch SET size = 0, position = 0',
    records: (log) => log.edit(3, { data: '{}' }),
    all: at(3, 'case-c', 0, 'edited'),
    case: 'untouched',
  },
];

/** Does it to the log of a rig, whichever store it is on. */
export async function commit(
  rig: AuditRig,
  { sql, records, audit }: Omit<Tampering, 'way' | 'all' | 'case'>,
) {
  if (rig.server) records(doctor(rig.server.log));
  else await rig.tamper(sql);
  if (audit !== undefined) await rig.pool.query(audit);
  await rig.reopenStore();
}
