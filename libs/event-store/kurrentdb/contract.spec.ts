import { randomUUID } from 'node:crypto';
import { describeEventStoreContract } from '../contract';
import { openKurrentDbEventStore } from './store';

const url = process.env['KURRENTDB_URL'];

if (url === undefined) {
  it.skip('event store contract: KurrentDB: skipped: no KURRENTDB_URL', () => undefined);
} else {
  // A namespace for each test stands in for an empty server; nothing is deleted.
  const namespace = () => `t${randomUUID().replaceAll('-', '').slice(0, 31)}`;
  describeEventStoreContract(
    'KurrentDB',
    async () => {
      const store = await openKurrentDbEventStore({ url, namespace: namespace() });
      return { store, dispose: () => store.close() };
    },
    { contiguous: false },
  );
}
