import { randomUUID } from 'node:crypto';
import { describeDifferential } from './differential.fixture';
import { openKurrentDbEventStore } from './store';

/** Each opens a database of its own and takes about a second. */
const RUNS = 30;
const url = process.env['KURRENTDB_URL'];

if (url === undefined) {
  it.skip('KurrentDB against PostgreSQL: skipped: no KURRENTDB_URL', () => undefined);
} else {
  describeDifferential('KurrentDB', RUNS, async () => {
    const namespace = `t${randomUUID().replaceAll('-', '').slice(0, 31)}`;
    const store = await openKurrentDbEventStore({ url, namespace });
    return { store, dispose: () => store.close() };
  });
}
