import { createTestDatabase, type TestDatabase } from '@huiyin/testing/database';
import { createPostgresLease } from './lease';

/** Long enough to reach every step of a hold: connecting, setting up, waiting in the queue. */
const STEPS = 40;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Lets the event loop turn: each turn is one more step of the hold that has begun. */
async function turns(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await new Promise((resolve) => setImmediate(resolve));
}

test('a hold abandoned at any step resolves, and leaves the lease to the next', async () => {
  const lease = createPostgresLease(database.url);
  const held = await lease.hold('clerks', new AbortController().signal);
  for (let step = 0; step < STEPS; step += 1) {
    const leaving = new AbortController();
    const hold = lease.hold('clerks', leaving.signal);
    await turns(step);
    leaving.abort();
    expect(await hold).toBeUndefined();
  }
  await held?.giveUp();
  const next = await lease.hold('clerks', new AbortController().signal);
  expect(next).toBeDefined();
  await next?.giveUp();
});

test('a lease whose session is ended is over', async () => {
  const lease = createPostgresLease(database.url);
  const held = await lease.hold('judges', new AbortController().signal);
  await database.endSessions('huiyin lease judges');
  await held?.over;
  const next = await lease.hold('judges', new AbortController().signal);
  expect(next).toBeDefined();
  await next?.giveUp();
});
