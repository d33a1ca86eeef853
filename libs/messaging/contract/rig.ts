import { createPool } from '@huiyin/database';
import { createTestDatabase } from '@huiyin/testing/database';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createPostgresParkingLot } from '../parking/postgres';
import type { ParkingLot } from '../port';
import type { RetryPolicy } from '../retry';
import { migrateMessaging } from '../schema';
import type { HangingConsumer } from './hanging-consumer';

/** Quick, so that a poison message is parked within a spec. */
export const QUICK: RetryPolicy = {
  attemptsMax: 3,
  failing: { first_ms: 2, factor: 2, longest_ms: 10 },
  outage: { first_ms: 2, factor: 2, longest_ms: 50 },
};

/** A database with the messaging schema, and a lot that tells how much has been parked. */
export async function startDatabase() {
  const database = await createTestDatabase();
  await migrateMessaging(database.url);
  const pool = createPool({ url: database.url });
  const { lot, parked } = countParked(createPostgresParkingLot(pool));
  const close = async () => {
    await pool.end();
    await database.drop();
  };
  return { url: database.url, pool, lot, parked, close };
}

function countParked(lot: ParkingLot): { lot: ParkingLot; parked: (messages: number) => Promise<void> } {
  let count = 0;
  let waiters: { messages: number; resolve: () => void }[] = [];
  const added = () => {
    count += 1;
    for (const { resolve } of waiters.filter(({ messages }) => messages <= count)) resolve();
    waiters = waiters.filter(({ messages }) => messages > count);
  };
  return {
    lot: {
      ...lot,
      park: (...args) => lot.park(...args).then(added),
      follow: async (...args) => {
        const followed = await lot.follow(...args);
        if (followed) added();
        return followed;
      },
    },
    parked: (messages) =>
      messages <= count ? Promise.resolve() : new Promise((resolve) => waiters.push({ messages, resolve })),
  };
}

const CHILD = path.resolve(__dirname, '../../../dist/libs/messaging/contract/hanging-consumer.js');

/** Needs a fresh `dist/`. */
export async function killWhileHandling(place: HangingConsumer): Promise<string> {
  const child = spawn(process.execPath, [CHILD, JSON.stringify(place)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  child.kill('SIGKILL');
  await once(child, 'exit');
  return said.toString().trim();
}
