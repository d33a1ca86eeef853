import { describeEventStoreContract } from '../contract';
import { startFakeServer } from './fake-server.fixture';
import { openKurrentDbEventStore } from './store';

describeEventStoreContract(
  'KurrentDB adapter and client on a fake server',
  async () => {
    const server = await startFakeServer();
    const store = await openKurrentDbEventStore({ url: server.url });
    return {
      store,
      async dispose() {
        await store.close();
        server.cut();
      },
    };
  },
  { contiguous: false },
);
