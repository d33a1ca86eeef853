import { createPool } from '@huiyin/database';
import { createPostgresEventStore, migrateEventStore } from '@huiyin/event-store';
import { sampleEvent, sampleRequest } from '@huiyin/event-store/samples';
import { pause } from '@huiyin/kernel';
import { spawnSync } from 'node:child_process';
import { appendFile, chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '../../infra/postgres/embedded';

const EVENTS = 20;
const ASK_ms = 50;
const SPEC_MAX_ms = 120_000;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'huiyin-pitr-'));
  // The server may run as somebody else.
  await chmod(folder, 0o755);
});
afterAll(() => rm(folder, { recursive: true }));

const at = (...parts: string[]): string => path.join(folder, ...parts);

async function append(url: string, count: number): Promise<number> {
  const store = createPostgresEventStore({ url });
  try {
    for (let n = 0; n < count; n += 1)
      await store.append(sampleRequest(`case-${n % 3}`, 'any', [sampleEvent({ n })]));
    return await store.head();
  } finally {
    await store.close();
  }
}

async function readAll(url: string) {
  const store = createPostgresEventStore({ url });
  return store.readAll({ after: 0, limit: 1_000 }).finally(() => store.close());
}

/** As pg_basebackup does it: what the server may change meanwhile is mended by the archived log. */
async function backUp(url: string): Promise<void> {
  const pool = createPool({ url, max: 1 });
  try {
    await pool.query("SELECT pg_backup_start('weekly', true)");
    spawnSync('cp', ['-a', at('live'), at('base')]);
    const { rows } = await pool.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop()');
    for (const left of ['postmaster.pid', 'postmaster.opts']) await rm(at('base', left), { force: true });
    spawnSync('sh', ['-c', `rm -rf ${at('base', 'pg_wal')}/0*`]);
    await writeFile(at('base', 'backup_label'), rows[0]!.labelfile);
  } finally {
    await pool.end();
  }
}

/** PostgreSQL tells nobody when it is: it is asked. */
async function promoted(url: string): Promise<void> {
  const pool = createPool({ url, max: 1 });
  const asked = async () =>
    (await pool.query<{ recovering: boolean }>('SELECT pg_is_in_recovery() AS recovering')).rows[0]!
      .recovering;
  while (await asked()) await pause(ASK_ms, new AbortController().signal);
  await pool.end();
}

test(
  'recovered to a moment: all that was acknowledged before it, nothing after it, and the log goes on',
  async () => {
    await mkdir(at('archive'));
    await chmod(at('archive'), 0o777);
    const archiving = [
      'archive_mode=on',
      `archive_command=test ! -f ${at('archive')}/%f && cp %p ${at('archive')}/%f`,
    ];
    const live = await startEmbeddedPostgres({ folder: at('live'), settings: archiving });
    await migrateEventStore(live.url());
    await append(live.url(), EVENTS);
    await backUp(live.url());
    const head = await append(live.url(), EVENTS);
    const before = await readAll(live.url());
    const pool = createPool({ url: live.url(), max: 1 });
    const { rows } = await pool.query<{ moment: string }>('SELECT clock_timestamp()::text AS moment');
    await pool.end();
    await append(live.url(), EVENTS);
    // A fast stop archives what was written last.
    await live.stop();
    await rm(at('live'), { recursive: true });

    await appendFile(
      at('base', 'postgresql.auto.conf'),
      [
        `restore_command = 'cp ${at('archive')}/%f %p'`,
        `recovery_target_time = '${rows[0]!.moment}'`,
        "recovery_target_action = 'promote'",
        '',
      ].join('\n'),
    );
    await writeFile(at('base', 'recovery.signal'), '');
    const recovered = await startEmbeddedPostgres({ folder: at('base') });
    try {
      await promoted(recovered.url());
      expect(await readAll(recovered.url())).toEqual(before);
      expect(before).toHaveLength(head);
      expect(await append(recovered.url(), 1)).toBe(head + 1);
    } finally {
      await recovered.stop();
    }
  },
  SPEC_MAX_ms,
);
