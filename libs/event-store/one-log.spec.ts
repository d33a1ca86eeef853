import { silentLog } from '@huiyin/kernel';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing/database';
import { Pool } from 'pg';
import { noteElsewhere, WrongEventStore } from './one-log';
import { openEventStore } from './open';
import { sampleEvent } from './samples';

let database: TestDatabase;
beforeEach(async () => void (database = await createTestDatabase()));
afterEach(() => database.drop());

const openHere = () => openEventStore({ databaseUrl: database.url, log: silentLog });

describe('a city has one log', () => {
  it('where its events are in KurrentDB nothing is begun in PostgreSQL', async () => {
    await noteElsewhere(database.url);
    await expect(openHere()).rejects.toThrow(WrongEventStore);
    const pool = new Pool({ connectionString: database.url });
    const { rows } = await pool.query("SELECT to_regclass('event_store.event') AS made");
    await pool.end();
    expect(rows).toEqual([{ made: null }]);
    await expect(noteElsewhere(database.url)).resolves.toBeUndefined();
  });

  it('where they are in PostgreSQL none is begun in KurrentDB', async () => {
    const store = await openHere();
    const event = sampleEvent({});
    const streams = [{ stream: 'case-1', expectedRevision: 'none' as const, events: [event] }];
    await store.append({ commandId: event.meta.commandId, streams });
    await store.close();
    await expect(noteElsewhere(database.url)).rejects.toThrow('leave EVENT_STORE out');
  });
});
