import { Batcher, RecentMap } from '@huiyin/kernel';
import { randomUUID } from 'node:crypto';
import { newKey } from './cipher';
import { SubjectErased, SubjectKeyMissing, WrongMasterKey } from './errors';
import type { KeyStore, StoredKey } from './key-store';
import type { MasterKey } from './master-key';
import { createReserve } from './reserve';
import { SecretKey } from './secret-key';

/** Opened keys kept in memory: about 10 MB. */
export const KEYS_CACHED_MAX = 20_000;
/** A key destroyed by another process is used here for at most this long. */
export const KEY_CACHED_max_ms = 10_000;
const BATCH_MAX = 500;
const QUEUE_MAX = 20_000;

export interface SubjectKeys {
  /** The subject's key, minted if they never had one. Rejects with `SubjectErased`. */
  forSealing(subject: string): Promise<SecretKey>;
  /** Somebody not known before, whose key is kept already: sealing for them waits for nothing. */
  newSubject(): Promise<string>;
  /** Rejects with `SubjectKeyMissing` when there is neither key nor tombstone. */
  forOpening(subject: string): Promise<SecretKey | 'erased'>;
  /** True when there was a key to destroy. */
  destroy(subject: string): Promise<boolean>;
}

type Opened = SecretKey | 'erased' | undefined;

export interface SubjectKeysOptions {
  /** A monotonic clock in ms. */
  now?: (() => number) | undefined;
  /** Of the master key: nothing is minted under one that is no longer in force. */
  check?: Buffer;
}

/** Keys in memory, fetched and minted in batches. */
export function subjectKeys(
  store: KeyStore,
  masterKey: MasterKey,
  { now = () => performance.now(), check }: SubjectKeysOptions = {},
): SubjectKeys {
  const cache = new KeyCache(now);
  const batcher = (name: string, fetch: (subjects: string[]) => Promise<Map<string, SecretKey | 'erased'>>) =>
    new Batcher<string, Opened>({
      name,
      batchMax: BATCH_MAX,
      queueMax: QUEUE_MAX,
      flush: async (subjects) => {
        const unique = [...new Set(subjects)];
        const epoch = cache.epoch;
        const opened = await fetch(unique);
        for (const [subject, key] of opened) if (key !== 'erased') cache.put(subject, key, epoch);
        return subjects.map((subject) => opened.get(subject));
      },
    });
  const mint = async (subjects: readonly string[]): Promise<Map<string, SecretKey | 'erased'>> => {
    const fresh = subjects.map((subject) => ({ subject, key: newKey() }));
    const wrapped = await masterKey.wrap(fresh);
    const stored = await store.mint(
      subjects.map((subject, index) => ({ subject, wrapped: wrapped[index]! })),
      check,
    );
    if (stored.size < subjects.length) throw new WrongMasterKey(masterKey.source);
    return openKeys(masterKey, stored, new Map(fresh.map(({ key }, index) => [wrapped[index]!, key])));
  };
  const minting = batcher('key minting', mint);
  const reserve = createReserve({
    mint: async (count) => [...(await mint(Array.from({ length: count }, () => randomUUID())))],
    fresh_max_ms: KEY_CACHED_max_ms,
    now,
  });
  const finding = batcher('key look-up', async (subjects) => openKeys(masterKey, await store.find(subjects)));
  return {
    async forSealing(subject) {
      const key = cache.get(subject) ?? (await minting.add(subject));
      if (key === undefined) throw new SubjectKeyMissing(subject);
      if (key === 'erased') throw new SubjectErased(subject);
      return key;
    },
    async newSubject() {
      const [subject, key] = await reserve.take();
      if (key !== 'erased') cache.put(subject, key, cache.epoch);
      return subject;
    },
    async forOpening(subject) {
      const key = cache.get(subject) ?? (await finding.add(subject));
      if (key === undefined) throw new SubjectKeyMissing(subject);
      return key;
    },
    async destroy(subject) {
      try {
        return await store.destroy(subject);
      } finally {
        cache.forget(subject);
      }
    },
  };
}

/** `known`: keys that were wrapped here a moment ago, and need not be unwrapped again. */
async function openKeys(
  masterKey: MasterKey,
  stored: Map<string, StoredKey>,
  known: ReadonlyMap<Buffer, Buffer> = new Map(),
): Promise<Map<string, SecretKey | 'erased'>> {
  const opened = new Map<string, SecretKey | 'erased'>();
  const kept: { subject: string; wrapped: Buffer }[] = [];
  for (const [subject, key] of stored) {
    const ours = key.status === 'kept' ? known.get(key.wrapped) : undefined;
    if (ours) opened.set(subject, new SecretKey(ours));
    else if (key.status === 'kept') kept.push({ subject, wrapped: key.wrapped });
    else opened.set(subject, 'erased');
  }
  const keys = await masterKey.unwrap(kept);
  kept.forEach(({ subject }, index) => {
    const key = keys[index];
    if (!key) throw new WrongMasterKey(masterKey.source);
    opened.set(subject, new SecretKey(key));
  });
  return opened;
}

class KeyCache {
  private readonly keys = new RecentMap<{ key: SecretKey; until_ms: number }>(KEYS_CACHED_MAX);
  /** Moves at each `forget`: what was fetched before it may hold the key that it forgot. */
  epoch = 0;

  constructor(private readonly now: () => number) {}

  get(subject: string): SecretKey | undefined {
    const found = this.keys.get(subject);
    if (!found || found.until_ms > this.now()) return found?.key;
    this.keys.delete(subject);
    return undefined;
  }

  put(subject: string, key: SecretKey, epoch: number): void {
    if (epoch === this.epoch) this.keys.set(subject, { key, until_ms: this.now() + KEY_CACHED_max_ms });
  }

  forget(subject: string): void {
    this.epoch += 1;
    this.keys.delete(subject);
  }
}
