import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from './embedded';

let root: string;
let folder: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'huiyin-embedded-'));
  folder = path.join(root, 'pg');
});
afterEach(() => rm(root, { recursive: true, force: true, maxRetries: 20 }));

const postmaster = async (): Promise<number> =>
  Number((await readFile(path.join(folder, 'postmaster.pid'), 'utf8')).split('\n')[0]);

test('a killed server whose backend goes on working is not joined by a second one on the same folder', async () => {
  const first = await startEmbeddedPostgres({ folder });
  const client = new Client({ connectionString: first.url() });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const orphan = rows[0]!.pid;
  // Counts without a pause: it does not notice that its server is gone.
  const counting = client
    .query('SELECT count(*) FROM generate_series(1, 1000000000000)')
    .catch(() => undefined);
  process.kill(await postmaster(), 'SIGKILL');

  let started = false;
  const second = startEmbeddedPostgres({ folder }).then((server) => ((started = true), server));
  // It has tried, and said why not.
  const log = path.join(folder, 'server.log');
  while (!(await readFile(log, 'utf8').catch(() => '')).includes('pre-existing shared memory block'))
    if (started) throw new Error('two servers on one folder');
  expect(started).toBe(false);
  process.kill(orphan, 'SIGKILL');
  const server = await second;
  await counting;
  await server.stop();
});

test('a folder whose making was cut short is made anew', async () => {
  await mkdir(`${folder}.part`);
  await writeFile(path.join(`${folder}.part`, 'PG_VERSION'), '18\n');
  await (await startEmbeddedPostgres({ folder })).stop();
});

test('a lock with a number that is another program’s now is no hindrance', async () => {
  await (await startEmbeddedPostgres({ folder })).stop();
  await writeFile(path.join(folder, 'postmaster.pid'), `${process.pid}\n${folder}\n0\n1\n\n127.0.0.1\n`);
  await (await startEmbeddedPostgres({ folder })).stop();
});

test('a lock with a number that is another PostgreSQL’s now is no hindrance, and that one is let live', async () => {
  const other = await startEmbeddedPostgres({ folder: path.join(root, 'other') });
  try {
    const [pid] = (await readFile(path.join(root, 'other', 'postmaster.pid'), 'utf8')).split('\n');
    await (await startEmbeddedPostgres({ folder })).stop();
    await writeFile(path.join(folder, 'postmaster.pid'), `${pid}\n${folder}\n0\n1\n\n127.0.0.1\n`);
    await (await startEmbeddedPostgres({ folder })).stop();
    const client = new Client({ connectionString: other.url() });
    await client.connect();
    await client.end();
  } finally {
    await other.stop();
  }
});
