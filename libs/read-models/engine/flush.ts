import type { Pool, PoolClient } from 'pg';
import { copyIn } from '@huiyin/database';
import { SCHEMA } from './ddl';
import type { Change, Sheet } from './sheet';
import { snake } from './table';
import type { Row } from './view';

/** Another projector has written the same view: what is in memory is no longer true. */
export class ProjectionOvertaken extends Error {
  constructor() {
    super('another projector has moved the checkpoint');
  }
}

interface Taken {
  sheet: Sheet;
  changes: ReadonlyMap<string, Change>;
  added: readonly string[];
  upTo: number;
}

/** Takes over what is unwritten, so that folding can go on while it is written. */
function take(sheet: Sheet): Taken {
  const taken = { sheet, changes: sheet.changes, added: sheet.added, upTo: sheet.folded };
  sheet.changes = new Map();
  sheet.added = [];
  return taken;
}

/**
 * Writes everything that is folded and the checkpoints, in one transaction. When it rejects, the sheets must be thrown
 * away: `ProjectionOvertaken`, or what the database says.
 */
export async function flush(pool: Pool, sheets: readonly Sheet[], lastEvent: string | null): Promise<void> {
  const taken = sheets.filter(({ folded, written }) => folded > written).map(take);
  if (taken.length === 0) return;
  const client = await pool.connect();
  let broken: unknown;
  try {
    await client.query('BEGIN');
    await advance(client, taken, lastEvent);
    for (const one of taken) await write(client, one);
    await client.query('COMMIT');
  } catch (error) {
    broken = error;
    throw error;
  } finally {
    // A connection in an unknown state is closed, which also ends its transaction.
    client.release(broken !== undefined);
  }
  for (const { sheet, upTo } of taken) sheet.written = upTo;
}

/** The rows of `checkpoint` are the locks: whoever moves them first is the one who writes. */
async function advance(client: PoolClient, taken: readonly Taken[], lastEvent: string | null): Promise<void> {
  const { rowCount } = await client.query(
    `UPDATE ${SCHEMA}.checkpoint c SET position = t.upto, last_event = $4, updated_at = now()
       FROM unnest($1::text[], $2::bigint[], $3::bigint[]) t (name, before, upto)
      WHERE c.table_name = t.name AND c.position = t.before`,
    [
      taken.map(({ sheet }) => sheet.table),
      taken.map(({ sheet }) => sheet.written),
      taken.map(({ upTo }) => upTo),
      lastEvent,
    ],
  );
  if (rowCount !== taken.length) throw new ProjectionOvertaken();
}

/** What changes is deleted and copied in again: one path, and faster than an upsert. */
async function write(client: PoolClient, { sheet, changes, added }: Taken): Promise<void> {
  const { table, columns, view } = sheet;
  const replaced: string[] = [];
  const rows: Row[] = [];
  for (const [key, { row, stored }] of changes) {
    if (stored) replaced.push(key);
    if (row) rows.push(row);
  }
  if (replaced.length > 0) await remove(client, sheet, replaced);
  if (rows.length + added.length === 0) return;
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  await copyIn(
    client,
    `COPY ${SCHEMA}.${table} (${names}) FROM STDIN`,
    linesOf(added, rows, sheet.encode),
  ).catch((error: unknown) => {
    throw new Error(`view ${view.name} cannot be written`, { cause: error });
  });
}

function* linesOf(
  added: readonly string[],
  rows: readonly Row[],
  encode: (row: Row) => string,
): Generator<string> {
  yield* added;
  for (const row of rows) yield encode(row);
}

async function remove(client: PoolClient, { table, view, columns }: Sheet, keys: string[]): Promise<void> {
  const parts = keys.map((key) => key.split('\0'));
  const types = view.table.key.map((property) => columns.find((one) => one.property === property)!.type);
  const names = view.table.key.map(snake);
  await client.query(
    `DELETE FROM ${SCHEMA}.${table} t USING unnest(${types.map((type, i) => `$${i + 1}::${type}[]`).join(', ')})
       k (${names.map((name) => `"${name}"`).join(', ')})
      WHERE ${names.map((name) => `t."${name}" = k."${name}"`).join(' AND ')}`,
    names.map((_, index) => parts.map((part) => part[index])),
  );
}
