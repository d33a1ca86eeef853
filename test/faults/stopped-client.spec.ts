import { createPostgresEventStore, migrateEventStore } from '@huiyin/event-store';
import { sampleRequest } from '@huiyin/event-store/samples';
import { createRandom } from '@huiyin/kernel';
import { createTestDatabase } from '@huiyin/testing/database';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { within } from '../flow/split/within';

const APPENDER = path.resolve(__dirname, '../../dist/test/faults/appender.js');
const STOPS = 15;
const ANSWERS_BETWEEN_MAX = 20;
/** Far below the append's own limit of 10 s: nobody waits for the one that is stopped. */
const APPEND_MAX_ms = 5_000;
const seed = Number(process.env['FAULT_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

test(`a client stopped (SIGSTOP) in the middle of an append keeps no other waiting (FAULT_SEED=${seed})`, async () => {
  const random = createRandom(seed);
  const database = await createTestDatabase();
  await migrateEventStore(database.url);
  const store = createPostgresEventStore({ url: database.url });
  const child = spawn(process.execPath, [APPENDER, database.url], { stdio: ['ignore', 'pipe', 'inherit'] });
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
  let acknowledged = 0;
  try {
    for (let stop = 0; stop < STOPS; stop += 1) {
      for (let n = random.between(1, ANSWERS_BETWEEN_MAX); n > 0; n -= 1) {
        await answers.next();
        acknowledged += 1;
      }
      child.kill('SIGSTOP');
      await within(
        APPEND_MAX_ms,
        'an append beside a stopped client',
        store.append(sampleRequest(`ours-${stop}`)),
      );
      child.kill('SIGCONT');
    }
    child.kill('SIGKILL');
    await once(child, 'exit');
    const all = await store.readAll({ after: 0, limit: 100_000 });
    expect(all.map(({ position }) => position)).toEqual(all.map((_, index) => index + 1));
    const theirs = all.filter(({ stream }) => stream === 'theirs');
    expect(theirs.map(({ revision }) => revision)).toEqual(theirs.map((_, index) => index));
    expect(theirs.length).toBeGreaterThanOrEqual(acknowledged);
    expect(all.length - theirs.length).toBe(STOPS);
  } finally {
    child.kill('SIGKILL');
    await store.close();
    await database.drop();
  }
});
