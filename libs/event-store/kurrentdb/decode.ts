import type { RecordedEvent } from '@kurrent/kurrentdb-client';
import type { EventMeta, StoredEvent } from '../port';
import type { Properties } from './encode';
import { RefusedByServer } from './errors';
import { toNumber } from './position';

/** Throws RefusedByServer for what was written into our streams by others. */
export function ownProperties(
  properties: Partial<Properties>,
  { stream, revision }: { stream: string; revision: number | bigint },
): Properties {
  const { id, version, meta, occurredAt, recordedAt } = properties;
  if (!id || !version || !meta || !occurredAt || !recordedAt) {
    throw new RefusedByServer(
      `KurrentDB: ${stream} holds at revision ${revision} an event that Huiyin did not write`,
    );
  }
  return { ...properties, id, version, meta, occurredAt, recordedAt };
}

export function toEvent(stream: string, record: RecordedEvent): StoredEvent {
  const { id, version, meta, occurredAt, recordedAt } = ownProperties(
    (record.metadata ?? {}) as Partial<Properties>,
    { stream, revision: record.revision },
  );
  return {
    id,
    type: record.type,
    version: Number(version),
    data: record.data,
    meta: JSON.parse(meta) as EventMeta,
    occurredAt,
    recordedAt,
    stream,
    revision: toNumber(record.revision),
    position: positionOf(record),
  };
}

export function positionOf(record: { position?: { commit: bigint } | undefined }): number {
  if (!record.position) throw new RefusedByServer('KurrentDB: an event came without its position');
  return toNumber(record.position.commit);
}
