import type { Pool } from 'pg';
import { sqlView } from './engine/ddl';
import { VIEWS } from './registry';

/** Of each read model: how many rows it shows, and a number that is the same for the same rows in any order. */
export async function fingerprintViews(pool: Pool): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { name } of VIEWS) {
    const { rows } = await pool.query<{ print: string }>(
      `SELECT count(*) || ' rows, ' || coalesce(sum(hashtextextended(v::text, 0)::numeric), 0) AS print
         FROM ${sqlView(name)} v`,
    );
    found[name] = rows[0]!.print;
  }
  return found;
}
