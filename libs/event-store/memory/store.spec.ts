import { describeEventStoreContract } from '../contract';
import { createMemoryEventStore } from './store';

describeEventStoreContract('memory', async () => {
  const store = createMemoryEventStore();
  return { store, dispose: () => store.close() };
});
