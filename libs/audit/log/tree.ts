import type { Pool, PoolClient } from 'pg';
import type { NodeReader } from '../merkle/tree';
import { nodesFromTiles, type Tile, type TileReader } from './tiles';

/* The tables of the Merkle log. */

type Queryable = Pick<Pool | PoolClient, 'query'>;

export interface Epoch {
  epoch: number;
  origin: string;
  size: number;
  /** Where the last leaf's event stands in the store; 0 for an empty tree. */
  position: number;
  /** The extension line that names the checkpoint before; none in the first epoch. */
  after: string | undefined;
}

export async function currentEpoch(db: Queryable, lock = false): Promise<Epoch | undefined> {
  const { rows } = await db.query<{
    epoch: number;
    origin: string;
    size: string;
    position: string;
    after: string | null;
  }>(
    `SELECT epoch, origin, size::text, position::text, after FROM audit.epoch ORDER BY epoch DESC LIMIT 1 ${lock ? 'FOR UPDATE' : ''}`,
  );
  const row = rows[0];
  return (
    row && {
      ...row,
      size: Number(row.size),
      position: Number(row.position),
      after: row.after ?? undefined,
    }
  );
}

/** The epoch that grows, made if there is none. */
export async function ensureEpoch(db: Queryable, origin: string): Promise<Epoch> {
  await db.query(
    `INSERT INTO audit.epoch (epoch, origin) SELECT 1, $1 WHERE NOT EXISTS (SELECT FROM audit.epoch)
     ON CONFLICT DO NOTHING`,
    [origin],
  );
  return (await currentEpoch(db))!;
}

export const tileReader =
  (db: Queryable, epoch: number): TileReader =>
  async (level, index) => {
    const { rows } = await db.query<{ hashes: Buffer }>(
      'SELECT hashes FROM audit.tile WHERE epoch = $1 AND level = $2 AND index = $3',
      [epoch, level, index],
    );
    if (!rows[0]) throw new RangeError(`no tile ${index} at level ${level} in epoch ${epoch}`);
    return rows[0].hashes;
  };

export const nodeReader = (db: Queryable, epoch: number): NodeReader => nodesFromTiles(tileReader(db, epoch));

export async function writeTiles(db: Queryable, epoch: number, tiles: readonly Tile[]): Promise<void> {
  await db.query(
    `INSERT INTO audit.tile (epoch, level, index, hashes)
     SELECT $1, level, index, hashes FROM unnest($2::smallint[], $3::bigint[], $4::bytea[]) t (level, index, hashes)
     ON CONFLICT (epoch, level, index) DO UPDATE SET hashes = excluded.hashes`,
    [
      epoch,
      tiles.map(({ level }) => level),
      tiles.map(({ index }) => index),
      tiles.map(({ hashes }) => hashes),
    ],
  );
}

export interface StreamHead {
  revision: number;
  hash: Buffer;
}

export async function readHeads(
  db: Queryable,
  epoch: number,
  streams: readonly string[],
): Promise<Map<string, StreamHead>> {
  const { rows } = await db.query<StreamHead & { stream: string }>(
    'SELECT stream, revision, hash FROM audit.stream_head WHERE epoch = $1 AND stream = ANY ($2)',
    [epoch, streams],
  );
  return new Map(rows.map(({ stream, revision, hash }) => [stream, { revision, hash }]));
}

export async function writeHeads(
  db: Queryable,
  epoch: number,
  heads: ReadonlyMap<string, StreamHead>,
): Promise<void> {
  const values = [...heads.values()];
  await db.query(
    `INSERT INTO audit.stream_head (epoch, stream, revision, hash)
     SELECT $1, stream, revision, hash FROM unnest($2::text[], $3::integer[], $4::bytea[]) h (stream, revision, hash)
     ON CONFLICT (epoch, stream) DO UPDATE SET revision = excluded.revision, hash = excluded.hash`,
    [epoch, [...heads.keys()], values.map(({ revision }) => revision), values.map(({ hash }) => hash)],
  );
}

export const setSize = async (
  db: Queryable,
  epoch: number,
  { size, position }: Pick<Epoch, 'size' | 'position'>,
): Promise<unknown> =>
  db.query('UPDATE audit.epoch SET size = $2, position = $3 WHERE epoch = $1', [epoch, size, position]);
