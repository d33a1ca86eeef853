import type { Pool } from 'pg';
import { MigrationChanged, missingSteps, SchemaTooNew, type Applied, type Migration } from './migrate';

/** How a schema stands against what this program knows; `steps`: those that the next start applies. */
export type SchemaState =
  { state: 'current' } | { state: 'behind'; steps: number } | { state: 'refused'; why: string };

/** Reads only. A schema that is not there yet lacks every step. */
export async function schemaState(
  pool: Pool,
  schema: string,
  migrations: readonly Migration[],
): Promise<SchemaState> {
  const { rows } = await pool.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    `${schema}.migration`,
  ]);
  const applied = rows[0]!.there
    ? await pool.query<Applied>(`SELECT number, checksum FROM ${schema}.migration ORDER BY number`)
    : { rows: [] };
  try {
    const steps = missingSteps(schema, migrations, applied.rows).length;
    return steps === 0 ? { state: 'current' } : { state: 'behind', steps };
  } catch (error) {
    if (error instanceof SchemaTooNew || error instanceof MigrationChanged)
      return { state: 'refused', why: error.message };
    throw error;
  }
}
