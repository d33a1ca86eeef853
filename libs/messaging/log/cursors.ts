import type { Pool } from 'pg';

/** Where a group resumes: everything up to the position is handled or parked. */
export interface CursorStore {
  /** 0 for a group that has not begun. */
  get(group: string): Promise<number>;
  save(group: string, position: number): Promise<void>;
}

export function createMemoryCursors(): CursorStore {
  const positions = new Map<string, number>();
  return {
    get: async (group) => positions.get(group) ?? 0,
    save: async (group, position) => void positions.set(group, position),
  };
}

const SAVE = `
  INSERT INTO messaging.cursor (group_name, position) VALUES ($1, $2)
  ON CONFLICT (group_name) DO UPDATE SET position = excluded.position`;

export function createPostgresCursors(pool: Pool): CursorStore {
  return {
    get: async (group) => {
      const sql = 'SELECT position::float8 AS position FROM messaging.cursor WHERE group_name = $1';
      return (await pool.query<{ position: number }>(sql, [group])).rows[0]?.position ?? 0;
    },
    save: async (group, position) => void (await pool.query(SAVE, [group, position])),
  };
}
