import { connectionConfig } from '@huiyin/database';
import { Client } from 'pg';

/** What the schema says where the events are in another store. */
const ELSEWHERE = 'the events of this city are in KurrentDB';

/** The database belongs to a city whose events are in the other store: what was written here would be a second log. */
export class WrongEventStore extends Error {
  readonly code = 'wrong-event-store';
}

/** Rejects with WrongEventStore where the events are in KurrentDB. */
export const assertInPostgres = (url: string): Promise<void> =>
  asked(url, async (client) => {
    const { rows } = await client.query<{ said: string | null }>(
      "SELECT obj_description(to_regnamespace('event_store'), 'pg_namespace') AS said",
    );
    if (rows[0]!.said === ELSEWHERE)
      throw new WrongEventStore(`${ELSEWHERE}: set EVENT_STORE=kurrentdb and KURRENTDB_URL`);
  });

/** Says in PostgreSQL that the events are in KurrentDB. Rejects with WrongEventStore where there are some here. */
export const noteElsewhere = (url: string): Promise<void> =>
  asked(url, async (client) => {
    const { rows } = await client.query<{ table: string | null }>(
      "SELECT to_regclass('event_store.event') AS table",
    );
    if (rows[0]!.table !== null && (await client.query('SELECT FROM event_store.event LIMIT 1')).rowCount)
      throw new WrongEventStore('this database holds the events of its city itself: leave EVENT_STORE out');
    await client.query('CREATE SCHEMA IF NOT EXISTS event_store');
    await client.query(`COMMENT ON SCHEMA event_store IS '${ELSEWHERE}'`);
  });

async function asked(url: string, ask: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client(connectionConfig({ url }));
  await client.connect();
  try {
    await ask(client);
  } finally {
    await client.end();
  }
}
