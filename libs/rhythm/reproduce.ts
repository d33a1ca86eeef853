import { aggregates, streamOf, type BulletinEvents } from '@huiyin/domain';
import type { EventStore } from '@huiyin/event-store';
import { canonicalBytes } from '@huiyin/reports';
import { createHash } from 'node:crypto';
import { logSource } from './from-log';
import { makeDocument } from './make';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export interface Reproduced {
  id: string;
  position: number;
  /** As it went out. */
  issued: Buffer;
  /** Made again from the log up to the same position. */
  again: Buffer;
  /** The hash on record is that of what went out, and both are the same to the byte. */
  same: boolean;
}

/** Makes a bulletin again from nothing but the log. Undefined when it never went out. Rejects with StoreUnavailable. */
export async function reproduce(store: EventStore, id: string): Promise<Reproduced | undefined> {
  const [event] = await store.readStream(streamOf(aggregates.bulletins, id));
  if (!event) return undefined;
  const { position, sha256: recorded, document, ...asked } = event.data as BulletinEvents['BulletinIssued'];
  const issued = canonicalBytes(document);
  const again = canonicalBytes(await makeDocument(asked, await logSource(store, position)));
  return { id, position, issued, again, same: sha256(issued) === recorded && issued.equals(again) };
}
