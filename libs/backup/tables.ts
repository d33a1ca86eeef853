import type { Pool, PoolClient } from 'pg';
import { BackupUnusable } from './errors';

/** A table that is backed up besides the log: what cannot be had again from it. */
export interface KeptTable {
  /** `schema.table` */
  name: string;
  /** By default all. */
  columns?: readonly string[];
  /** Rows in one piece, where each is large; by default a thousand. */
  rowsAtOnce?: number;
  /** After its rows are in: `setval` of an identity, for one. */
  afterRestore?: string;
}

/** A row: each column as PostgreSQL writes it. */
export type TextRow = readonly (string | null)[];

interface Column {
  name: string;
  type: string;
}

const ROWS_MAX = 1_000;

const COLUMNS = `SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type FROM pg_attribute a
  WHERE a.attrelid = to_regclass($1) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`;

/** Empty for a table that is not there: a part of Huiyin that never ran here. */
async function columnsOf(client: PoolClient, { name, columns }: KeptTable): Promise<Column[]> {
  const { rows } = await client.query<Column>(COLUMNS, [name]);
  return columns ? rows.filter((column) => columns.includes(column.name)) : rows;
}

const quoted = (name: string): string => `"${name}"`;

/** The names of the columns, then all rows in pieces: as they are in one moment. */
export async function* readTables(
  pool: Pool,
  tables: readonly KeptTable[],
): AsyncGenerator<{ table: string; columns: readonly string[]; rows: TextRow[] }> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    for (const table of tables) {
      const columns = await columnsOf(client, table);
      if (columns.length === 0) continue;
      const size = table.rowsAtOnce ?? ROWS_MAX;
      const names = columns.map(({ name }) => name);
      const list = names.map((name) => `${quoted(name)}::text`).join(', ');
      await client.query(`DECLARE kept NO SCROLL CURSOR FOR SELECT ${list} FROM ${table.name}`);
      for (let more = true; more;) {
        const fetch = { text: `FETCH ${size} FROM kept`, rowMode: 'array' as const };
        const { rows } = await client.query<(string | null)[]>(fetch);
        more = rows.length === size;
        yield { table: table.name, columns: names, rows };
      }
      await client.query('CLOSE kept');
    }
  } finally {
    // Nothing was changed; an error has ended the transaction already.
    await client.query('ROLLBACK').catch(() => undefined);
    client.release();
  }
}

export async function isEmpty(client: PoolClient, table: KeptTable): Promise<boolean> {
  if ((await columnsOf(client, table)).length === 0) return true;
  return (await client.query(`SELECT FROM ${table.name} LIMIT 1`)).rowCount === 0;
}

/** Throws BackupUnusable for a column that this version does not have. */
export async function writeRows(
  client: PoolClient,
  table: KeptTable,
  names: readonly string[],
  rows: readonly TextRow[],
): Promise<void> {
  const types = new Map((await columnsOf(client, table)).map(({ name, type }) => [name, type]));
  const unknown = names.find((name) => !types.has(name));
  if (unknown !== undefined)
    throw new BackupUnusable(
      'backup-too-new',
      `${table.name} of the backup has ${unknown}, which this version does not know: upgrade first`,
    );
  if (rows.length === 0) return;
  const list = names.map(quoted).join(', ');
  const values = names.map((name) => `given.${quoted(name)}::${types.get(name)}`).join(', ');
  const arrays = names.map((_, index) => `$${index + 1}::text[]`).join(', ');
  await client.query(
    `INSERT INTO ${table.name} (${list}) OVERRIDING SYSTEM VALUE SELECT ${values} FROM unnest(${arrays}) AS given (${list})`,
    names.map((_, index) => rows.map((row) => row[index] ?? null)),
  );
}
