import type { EventStore } from '@huiyin/event-store';
import type { Log } from '@huiyin/kernel';
import type { Pool } from 'pg';
import type { EvidenceFolder } from '../evidence/folder';
import type { Signer } from '../note/signer';
import type { WitnessAddress } from '../witness/client';
import { addCosignatures, signNow } from './checkpoints';
import { isFinal, LogDamaged } from './errors';
import type { RawLog } from './event';
import {
  proveConsistency,
  proveInclusion,
  receiptEvents,
  type ConsistencyProof,
  type InclusionProof,
  type Receipt,
} from './proofs';
import { follow } from './follow';
import { keysOf, type SigningKey } from './handovers';
import { keyInForce, type KeyInForce } from './key-in-force';
import { numberingOf, type Numbering } from './numbering';
import { readSigned, type SignedCheckpoint } from './signed';
import { takeIn, takeInAll, type TakingIn } from './take-in';
import { currentEpoch, ensureEpoch, nodeReader } from './tree';
import { createWitnessing } from './witnessed';

export interface AuditDeps {
  pool: Pool;
  raw: RawLog;
  /** Wakes the follower; undefined for a process that only reads and signs on demand. */
  store?: Pick<EventStore, 'subscribe'> | undefined;
  evidence: EvidenceFolder;
  signer: Signer;
  /** The key that is in the key file now: it may have been rotated since. */
  rereadKey?: () => Promise<Signer | undefined>;
  witnesses?: readonly WitnessAddress[];
  interval_ms?: number;
  log: Log;
}

export interface AuditStatus {
  /** Events in the tree. */
  size: number;
  /** The position of the last of them in the store. */
  reached: number;
  /** Events that a checkpoint covers. */
  signed: number;
  signedReached: number;
  /** Why nothing is signed any more. */
  damage?: string;
  /** Why nothing is signed although the log is well: another key took over, and its file is not in place yet. */
  replaced?: string;
}

export interface AuditLog {
  /** The log's verifier key in force. */
  readonly key: string;
  /** Every key that has signed for the log, the one in force last. */
  keys(): Promise<SigningKey[]>;
  latest(): Promise<SignedCheckpoint | undefined>;
  /** Takes in all that is stored, signs it, asks the witnesses. Rejects with LogDamaged. */
  sign(): Promise<SignedCheckpoint>;
  /** RangeError for what is not in the tree; by default against the newest checkpoint. */
  inclusion(position: number, size?: number): Promise<InclusionProof>;
  consistency(from: number, to?: number): Promise<ConsistencyProof>;
  /** Undefined for a command that wrote nothing; signs first when it is not covered yet. */
  receipt(commandId: string): Promise<Receipt | undefined>;
  status(): Promise<AuditStatus>;
  /** Rejects with LogDamaged when the log is found not to be the one that was signed. */
  readonly done: Promise<void>;
  stop(): Promise<void>;
}

/** Follows the event store. A store that is not the one that was signed is followed no further; `status` says why. */
export async function startAuditLog(deps: AuditDeps): Promise<AuditLog> {
  const { pool, raw, evidence, log, witnesses = [] } = deps;
  const inForce = keyInForce(deps);
  const takingIn = (): TakingIn => ({ pool, raw, evidence, signer: inForce.signer });
  const numbering = numberingOf(raw, evidence);
  await ensureEpoch(pool, deps.signer.name);
  const found = finding(inForce, log);
  const { judged } = found;
  const askWitnesses = createWitnessing(witnesses, log);
  const witnessed = async (checkpoint: SignedCheckpoint): Promise<SignedCheckpoint> => {
    const note = await askWitnesses(checkpoint, nodeReader(pool, checkpoint.epoch));
    await addCosignatures(pool, evidence, checkpoint, note);
    return { ...checkpoint, note };
  };
  const sign = (): Promise<SignedCheckpoint> =>
    judged(async () => {
      await takeInAll(takingIn());
      const last = await readSigned(evidence, inForce.signer);
      const checkpoint = await signNow(pool, evidence, inForce.signer);
      return last?.note === checkpoint.note ? checkpoint : witnessed(checkpoint);
    });
  const latest = (): Promise<SignedCheckpoint | undefined> =>
    inForce.with(() => readSigned(evidence, inForce.signer));
  const numberIn = (checkpoint: SignedCheckpoint, position: number): Promise<number | undefined> =>
    numbering.numberOf(checkpoint.epoch, position, checkpoint.size);
  /** A checkpoint that covers the event at a position, and its number there. */
  const covering = async (position: number) => {
    const known = await latest();
    const number = known && (await numberIn(known, position));
    if (known && number !== undefined) return { checkpoint: known, number };
    const checkpoint = await sign();
    return { checkpoint, number: await numberIn(checkpoint, position) };
  };

  await judged(() => takeInAll(takingIn())).catch(asDamage);
  const running = follow(
    found.damage ? { ...deps, store: undefined } : deps,
    (await currentEpoch(pool))!.position,
    (upTo) => judged(() => takeIn(takingIn(), upTo)),
    sign,
  );
  return {
    get key() {
      return inForce.signer.verifierKey;
    },
    keys: () => keysOf(evidence, inForce.signer.verifierKey),
    latest,
    sign,
    async inclusion(position, at) {
      const { checkpoint, number } = await covering(position);
      if (number === undefined) throw new RangeError(`no event stands at position ${position}`);
      return proveInclusion(pool, checkpoint.epoch, { position, number, size: at ?? checkpoint.size });
    },
    async consistency(from, to) {
      const known = await latest();
      const { epoch, size: signedSize } = known && known.size >= (to ?? 0) ? known : await sign();
      return proveConsistency(pool, epoch, from, to ?? signedSize);
    },
    async receipt(commandId) {
      const events = await raw.readCommand(commandId);
      if (events.length === 0) return undefined;
      const { checkpoint } = await covering(events.at(-1)!.position);
      return {
        commandId,
        checkpoint: checkpoint.note,
        key: inForce.signer.verifierKey,
        events: await receiptEvents(pool, raw, evidence, events, checkpoint),
      };
    },
    async status() {
      const status = await statusOf(pool, numbering, await latest().catch(() => undefined));
      const { replaced } = inForce;
      if (found.damage) return { ...status, damage: found.damage.message };
      return replaced === undefined ? status : { ...status, replaced };
    },
    done: running.done,
    stop: running.stop,
  };
}

interface Finding {
  readonly damage: LogDamaged | undefined;
  judged<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** What was found to be damaged stays so until a person has looked. */
function finding(inForce: KeyInForce, log: Log): Finding {
  let damage: LogDamaged | undefined;
  return {
    get damage() {
      return damage;
    },
    async judged(work) {
      if (damage) throw damage;
      try {
        return await inForce.with(work);
      } catch (error) {
        if (!isFinal(error)) throw error;
        log.error({ code: error.code }, `audit: ${error.message}`);
        throw (damage = error);
      }
    },
  };
}

async function statusOf(
  pool: Pool,
  numbering: Numbering,
  signed: SignedCheckpoint | undefined,
): Promise<AuditStatus> {
  const epoch = await currentEpoch(pool);
  const signedAt = signed && numbering.positionOf(signed.epoch, signed.size);
  return {
    size: epoch?.size ?? 0,
    reached: epoch?.position ?? 0,
    signed: signed?.size ?? 0,
    signedReached: (await signedAt?.catch(() => undefined)) ?? 0,
  };
}

/** A damaged log is no reason not to start: what is there can still be read and compared. */
function asDamage(error: unknown): void {
  if (!(error instanceof LogDamaged)) throw error;
}
