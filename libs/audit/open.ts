import type { EventArchive, EventStore } from '@huiyin/event-store';
import type { Log } from '@huiyin/kernel';
import path from 'node:path';
import type { Pool } from 'pg';
import { openEvidence, type EvidenceFolder } from './evidence/folder';
import { loadOrCreateKeyFile, readKeyFile } from './evidence/key-file';
import { startAuditLog, type AuditLog } from './log/audit-log';
import { migrateAudit } from './log/schema';
import { createSigner, type Signer } from './note/signer';
import type { WitnessAddress } from './witness/client';

/** The log's name where none is given: good for one machine, not for a city that others are to verify. */
export const DEFAULT_LOG_NAME = 'huiyin.local/log';

export interface AuditPlace {
  databaseUrl: string;
  /** From createPool (libs/database). */
  pool: Pool;
  /** The events; closed with the audit log. */
  raw: EventArchive;
  /** The signing key, made on the first start. */
  keyFile: string;
  /** Where checkpoint and leaves are kept: on another disk, or better another machine, than the database. */
  folder: string;
  /** A schema-less URL that is the log's alone, such as `huiyin.example/city`. */
  name?: string | undefined;
}

export interface OpenAudit {
  raw: EventArchive;
  evidence: EvidenceFolder;
  signer: Signer;
}

/** Beside the master key: whoever backs up one has the other. */
export const auditKeyFile = (masterKeyFile: string): string =>
  path.join(path.dirname(masterKeyFile), 'audit.key');

/** Migrates, and makes the key where there is none. Rejects with KeyFileUnusable. */
export async function openAudit(place: AuditPlace): Promise<OpenAudit> {
  await migrateAudit(place.databaseUrl);
  const seed = await loadOrCreateKeyFile(place.keyFile);
  return {
    raw: place.raw,
    evidence: openEvidence(place.folder),
    signer: signerOf(place, seed),
  };
}

const signerOf = ({ name }: AuditPlace, seed: Buffer): Signer => createSigner(name ?? DEFAULT_LOG_NAME, seed);

async function rereadKey(place: AuditPlace): Promise<Signer | undefined> {
  const seed = await readKeyFile(place.keyFile);
  return seed && signerOf(place, seed);
}

export interface RunAuditOptions extends AuditPlace {
  /** Undefined for a process that signs on demand only. */
  store?: Pick<EventStore, 'subscribe'> | undefined;
  witnesses?: readonly WitnessAddress[];
  interval_ms?: number;
  log: Log;
}

/** The audit log of an installation. */
export async function runAudit(options: RunAuditOptions): Promise<AuditLog & OpenAudit> {
  const opened = await openAudit(options);
  const audit = await startAuditLog({ ...options, ...opened, rereadKey: () => rereadKey(options) });
  const { stop } = audit;
  // Assigned and not spread: the key in force is a getter.
  return Object.assign(audit, opened, { stop: () => stop().finally(() => opened.raw.close()) });
}
