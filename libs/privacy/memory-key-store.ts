import type { KeyStore, StoredKey } from './key-store';

/** For specs. */
export function memoryKeyStore(): KeyStore {
  const keys = new Map<string, StoredKey>();
  let check: Buffer | undefined;
  const find = (subjects: readonly string[]): Promise<Map<string, StoredKey>> =>
    Promise.resolve(
      new Map(
        subjects.flatMap((subject) => {
          const key = keys.get(subject);
          return key ? [[subject, key] as const] : [];
        }),
      ),
    );
  return {
    find,
    mint: (wanted) => {
      for (const { subject, wrapped } of wanted) {
        if (!keys.has(subject)) keys.set(subject, { status: 'kept', wrapped });
      }
      return find(wanted.map(({ subject }) => subject));
    },
    destroy: (subject) => {
      const existed = keys.get(subject)?.status === 'kept';
      keys.set(subject, { status: 'destroyed' });
      return Promise.resolve(existed);
    },
    derived: () => Promise.resolve(new Map()),
    masterKeyCheck: (value) => Promise.resolve((check ??= value)),
  };
}
