import type { DataSource, EntityManager, SelectQueryBuilder } from 'typeorm';
import { sqlView, SCHEMA } from './engine/ddl';
import type { Row } from './engine/view';

export const PAGE_MAX = 200;
export const PAGE_DEFAULT = 50;

export interface PageRequest {
  /** As the page before gave it. */
  cursor?: string | undefined;
  /** 1 … PAGE_MAX. */
  limit?: number | undefined;
}

export interface Answer<Result> {
  /** Position in the log that the answer reflects. */
  position: number;
  result: Result;
}

export interface Page<Item> {
  position: number;
  items: readonly Item[];
  /** Absent on the last page. */
  next?: string;
}

/** A cursor that no page of this query has given. */
export class BadCursor extends Error {
  constructor() {
    super('the cursor does not belong to this query');
  }
}

/**
 * Runs queries on some views and tells the position that all of them reflect: their tables are locked against a swap
 * before the snapshot is taken.
 */
export async function atPosition<Result>(
  source: DataSource,
  views: readonly string[],
  query: (manager: EntityManager) => Promise<Result>,
): Promise<Answer<Result>> {
  const runner = source.createQueryRunner('slave');
  let done = false;
  try {
    await runner.query(
      `BEGIN ISOLATION LEVEL REPEATABLE READ; LOCK TABLE ${views.map(sqlView).join(', ')} IN ACCESS SHARE MODE`,
    );
    const [checkpoint] = (await runner.query(
      `SELECT min(position) AS position FROM ${SCHEMA}.checkpoint WHERE live AND view = ANY ($1)`,
      [views],
    )) as { position: number }[];
    const result = await query(runner.manager);
    await runner.query('COMMIT');
    done = true;
    return { position: checkpoint?.position ?? 0, result };
  } finally {
    if (!done) await runner.query('ROLLBACK').catch(() => undefined);
    await runner.release();
  }
}

export const limitOf = ({ limit = PAGE_DEFAULT }: PageRequest): number =>
  Math.max(1, Math.min(PAGE_MAX, Math.trunc(limit) || PAGE_DEFAULT));

type CursorValue = string | number;

export const encodeCursor = (values: readonly CursorValue[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/** Throws BadCursor. */
export function decodeCursor(cursor: string, parts: number): CursorValue[] {
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw new BadCursor();
  }
  const isValue = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';
  if (!Array.isArray(values) || values.length !== parts || !values.every(isValue)) throw new BadCursor();
  return values as CursorValue[];
}

export interface Keyset {
  /** Properties, the last one unique; a timestamptz among them is compared as one. */
  by: readonly string[];
  direction: 'ASC' | 'DESC';
}

/** Adds order, limit and the place after the cursor; the alias of the entity is `v`. */
export function keyset<Entity extends Row>(
  query: SelectQueryBuilder<Entity>,
  { by, direction }: Keyset,
  request: PageRequest,
): SelectQueryBuilder<Entity> {
  if (request.cursor !== undefined) {
    const values = decodeCursor(request.cursor, by.length);
    const names = by.map((_, index) => `:after${index}`);
    query.andWhere(
      `(${by.map((property) => `v.${property}`).join(', ')}) ${direction === 'ASC' ? '>' : '<'} (${names.join(', ')})`,
      Object.fromEntries(values.map((value, index) => [`after${index}`, value])),
    );
  }
  for (const property of by) query.addOrderBy(`v.${property}`, direction);
  return query.limit(limitOf(request) + 1);
}

/** Cuts the row too many, which says that there is a next page. */
export function pageOf<Item extends Row>(
  position: number,
  rows: readonly Item[],
  { by }: Keyset,
  request: PageRequest,
): Page<Item> {
  const limit = limitOf(request);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  if (rows.length <= limit || !last) return { position, items };
  return { position, items, next: encodeCursor(by.map((property) => last[property] as CursorValue)) };
}
