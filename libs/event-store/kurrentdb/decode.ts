import type { RecordedEvent } from '@kurrent/kurrentdb-client';
import type { EventMeta, StoredEvent } from '../port';
import type { Properties } from './encode';
import { RefusedByServer } from './errors';
import { toNumber } from './position';

export function toEvent(stream: string, record: RecordedEvent): StoredEvent {
  const { id, version, meta, occurredAt, recordedAt } = (record.metadata ?? {}) as Partial<Properties>;
  if (!id || !version || !meta || !occurredAt || !recordedAt) {
    throw new RefusedByServer(
      `KurrentDB: ${stream} holds at revision ${record.revision} an event that Huiyin did not write`,
    );
  }
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
