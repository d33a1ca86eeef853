import { openEventArchive, type EventArchive } from '@huiyin/event-store';
import { eventStoreSchema, readConfig } from '@huiyin/runtime/config';
import type { Patient } from './check';

/** Looks at the exact stored events, on whichever store they are. */
export async function withArchive<Result>(
  { pool }: Pick<Patient, 'pool'>,
  look: (archive: EventArchive) => Promise<Result>,
): Promise<Result> {
  const archive = await openEventArchive({ db: pool, ...readConfig(eventStoreSchema) });
  try {
    return await look(archive);
  } finally {
    await archive.close();
  }
}
