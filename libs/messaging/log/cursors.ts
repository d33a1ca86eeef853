import type { Pool } from 'pg';

/** An event by which a log is recognised. */
export interface Mark {
  position: number;
  id: string;
}

/** Where a group resumes: everything up to the position is handled or parked. */
export interface CursorStore {
  /** 0 for a group that has not begun. */
  get(group: string): Promise<number>;
  /** `last`: the last event at or before the position, as far as this follower has seen one. */
  save(group: string, position: number, last?: Mark): Promise<void>;
  mark(group: string): Promise<Mark | undefined>;
}

export function createMemoryCursors(): CursorStore {
  const positions = new Map<string, number>();
  const marks = new Map<string, Mark>();
  return {
    get: async (group) => positions.get(group) ?? 0,
    mark: async (group) => marks.get(group),
    save: async (group, position, last) => {
      positions.set(group, position);
      if (position === 0) marks.delete(group);
      else if (last) marks.set(group, last);
    },
  };
}

const SAVE = `
  INSERT INTO messaging.cursor AS kept (group_name, position, event_position, event_id) VALUES ($1, $2, $3, $4)
  ON CONFLICT (group_name) DO UPDATE SET position = excluded.position,
    event_position = CASE WHEN excluded.position > 0 THEN coalesce(excluded.event_position, kept.event_position) END,
    event_id = CASE WHEN excluded.position > 0 THEN coalesce(excluded.event_id, kept.event_id) END`;

export function createPostgresCursors(pool: Pool): CursorStore {
  return {
    get: async (group) => {
      const sql = 'SELECT position::float8 AS position FROM messaging.cursor WHERE group_name = $1';
      return (await pool.query<{ position: number }>(sql, [group])).rows[0]?.position ?? 0;
    },
    mark: async (group) => {
      const sql = `SELECT event_position::float8 AS position, event_id AS id FROM messaging.cursor
        WHERE group_name = $1 AND event_id IS NOT NULL`;
      return (await pool.query<Mark>(sql, [group])).rows[0];
    },
    save: async (group, position, last) =>
      void (await pool.query(SAVE, [group, position, last?.position ?? null, last?.id ?? null])),
  };
}
