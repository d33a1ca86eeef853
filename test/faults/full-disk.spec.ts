import { createPostgresEventStore, migrateEventStore, StoreUnavailable } from '@huiyin/event-store';
import { sampleEvent, sampleRequest } from '@huiyin/event-store/samples';
import { spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '../../infra/postgres/embedded';

/** PostgreSQL needs about 60 MB to begin with. */
const DISK = '160m';
const BALLAST_BYTES = 40 * 1_048_576;
const EVENT_BYTES = 200_000;
const EVENTS_MAX = 2_000;
const SPEC_MAX_ms = 180_000;

/** A disk of its own, where this machine lets us mount one. */
async function smallDisk(): Promise<{ path: string; dispose(): Promise<void> } | string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'huiyin-disk-'));
  const { status, stderr, error } = spawnSync(
    'mount',
    ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', folder],
    {
      encoding: 'utf8',
    },
  );
  const dispose = async (): Promise<void> => {
    spawnSync('umount', ['-l', folder]);
    await rm(folder, { recursive: true, force: true });
  };
  if (status === 0) return { path: folder, dispose };
  await rm(folder, { recursive: true });
  return error?.message ?? stderr.trim();
}

test(
  'a full disk: what was acknowledged stays, the rest is refused, and with room again it goes on',
  async () => {
    const disk = await smallDisk();
    if (typeof disk === 'string') {
      if (process.env['CI'] === 'true') throw new Error(`under CI=true a disk must be mountable: ${disk}`);
      process.stdout.write(`\n*** SKIPPED, not passed: full disk. No tmpfs can be mounted here: ${disk}\n\n`);
      return;
    }
    const folder = path.join(disk.path, 'pg');
    const ballast = path.join(disk.path, 'ballast');
    let server = await startEmbeddedPostgres({
      folder,
      settings: ['min_wal_size=32MB', 'max_wal_size=32MB', 'wal_recycle=off'],
    });
    try {
      await migrateEventStore(server.url());
      await writeFile(ballast, Buffer.alloc(BALLAST_BYTES));
      const acknowledged = await appendUntilRefused(server.url());
      expect(acknowledged.length).toBeGreaterThan(5);
      await rm(ballast);
      // The server may have ended itself: it is started again on what it left.
      server = await startEmbeddedPostgres({ folder });
      const store = createPostgresEventStore({ url: server.url() });
      await new Promise<void>((resolve) => {
        // It may still recover: whoever follows waits for that.
        store.subscribe({ after: 0, handler: async () => resolve() });
      });
      const all = await store.readAll({ after: 0, limit: EVENTS_MAX });
      const stored = new Set(all.map(({ meta }) => meta.commandId));
      expect(acknowledged.filter((command) => !stored.has(command))).toEqual([]);
      expect(all.map(({ position }) => position)).toEqual(all.map((_, index) => index + 1));
      expect(await store.append(sampleRequest('case-after'))).toMatchObject({
        status: 'appended',
        first: all.length + 1,
      });
      await store.close();
    } finally {
      await server.stop().catch(() => undefined);
      await disk.dispose();
    }
  },
  SPEC_MAX_ms,
);

/** Answers the command ids that were acknowledged before the first refusal, which says that the store is unavailable. */
async function appendUntilRefused(url: string): Promise<string[]> {
  const store = createPostgresEventStore({ url });
  const acknowledged: string[] = [];
  try {
    for (let n = 0; n < EVENTS_MAX; n += 1) {
      const commandId = randomUUID();
      // Random: it does not compress.
      const event = sampleEvent({ text: randomBytes(EVENT_BYTES).toString('base64') });
      const events = [{ ...event, meta: { ...event.meta, commandId } }];
      const refused = await store.append(sampleRequest(`case-${n}`, 'none', events, commandId)).then(
        () => undefined,
        (error: unknown) => error as Error,
      );
      if (refused) {
        expect(refused).toBeInstanceOf(StoreUnavailable);
        return acknowledged;
      }
      acknowledged.push(commandId);
    }
    throw new Error('the disk was never full');
  } finally {
    await store.close();
  }
}
