import { createMemoryEventStore, type EventStore } from '@huiyin/event-store';
import { followFromStart } from './follow';

const NOTHING = { streamPrefixes: ['rhythm-'] };
let store: EventStore;

beforeEach(() => void (store = createMemoryEventStore()));
afterEach(() => store.close());

test('who waits for a position that will not come any more is told, before and after the stop', async () => {
  const following = await followFromStart(store, NOTHING, () => undefined);
  const waiting = following.reached(7);
  const told = expect(waiting).rejects.toThrow('stopped before position 7');
  await following.stop();
  await told;
  await expect(following.reached(8)).rejects.toThrow('stopped before position 8');
  await expect(following.reached(0)).resolves.toBeUndefined();
});
