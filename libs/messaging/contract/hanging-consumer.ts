import { createPool } from '@huiyin/database';
import { createPostgresEventStore } from '@huiyin/event-store';
import { createKafkaConsumer } from '../kafka';
import { createLogConsumer } from '../log/consumer';
import { createPostgresCursors } from '../log/cursors';
import { createPostgresLease } from '../log/lease';
import { createPostgresParkingLot } from '../parking/postgres';
import type { Consumer } from '../port';
import { toMessages } from './messages';

export interface HangingConsumer {
  group: string;
  topic: string;
  databaseUrl: string;
  /** From the log when absent. */
  brokers?: readonly string[];
  sessionTimeout_ms?: number;
}

function consumerAt({ databaseUrl, brokers, sessionTimeout_ms }: HangingConsumer): Consumer {
  const pool = createPool({ url: databaseUrl });
  const lot = createPostgresParkingLot(pool);
  if (brokers) {
    const session = sessionTimeout_ms === undefined ? {} : { sessionTimeout_ms };
    return createKafkaConsumer({ brokers, clientId: 'hanging', lot, ...session });
  }
  const store = createPostgresEventStore({ url: databaseUrl });
  const [cursors, lease] = [createPostgresCursors(pool), createPostgresLease(databaseUrl)];
  return createLogConsumer({ store, toMessages, cursors, lot, lease });
}

/** Takes one message, says its id, and never finishes it: something for a spec to kill. */
if (require.main === module) {
  const place = JSON.parse(process.argv[2]!) as HangingConsumer;
  consumerAt(place).subscribe({
    group: place.group,
    topics: [place.topic],
    concurrencyMax: 1,
    handler: ({ id }) => {
      process.stdout.write(`${id}\n`);
      return new Promise(() => undefined);
    },
  });
}
