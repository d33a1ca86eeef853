import { createPostgresEventStore } from '@huiyin/event-store';
import type { Random } from '@huiyin/kernel';
import { createPrivacy, loadOrCreateMasterKeyFile, postgresKeyStore } from '@huiyin/privacy';
import type { Pool } from 'pg';
import { PLANTED } from '../flow/split/city';

const SAMPLE_MAX = 10;

/** Opens the personal data of some registrations with the master key; answers of how many. */
export async function decryptSample(
  databaseUrl: string,
  pool: Pool,
  masterKeyFile: string,
  random: Random,
): Promise<number> {
  const store = createPostgresEventStore({ url: databaseUrl });
  try {
    const masterKey = await loadOrCreateMasterKeyFile(masterKeyFile);
    const privacy = await createPrivacy({ masterKey, keyStore: postgresKeyStore(pool) });
    const all = await store.readAll({ after: 0, limit: 100_000, filter: { types: ['CaseRegistered'] } });
    const sample = new Set(Array.from({ length: SAMPLE_MAX }, () => random.pick(all)));
    for (const event of sample) {
      if (JSON.stringify(event.data).includes(PLANTED.name)) throw new Error(`${event.stream} is not sealed`);
      const { data } = await privacy.openEvent(event);
      for (const planted of [PLANTED.name, PLANTED.phone, PLANTED.statement])
        if (!JSON.stringify(data).includes(planted))
          throw new Error(`${event.stream} opens to something else`);
    }
    return sample.size;
  } finally {
    await store.close();
  }
}
