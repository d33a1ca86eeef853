import type { EventStore } from '../port';
import { describeAppending, describeExpectedRevision, describeWhatIsRefused } from './appending';
import { describeClosing } from './closing';
import { describeReading } from './reading';
import { describeCommandIds, describeSeveralStreams } from './requests';
import { describeSubscribing } from './subscribing';

export interface EventStoreHarness {
  store: EventStore;
  /** Ends the store and drops what it kept. */
  dispose(): Promise<void>;
}

/** What every adapter promises. Positions may have gaps where `contiguous` is false. */
export function describeEventStoreContract(
  name: string,
  makeHarness: () => Promise<EventStoreHarness>,
  { contiguous = true }: { contiguous?: boolean } = {},
): void {
  describe(`event store contract: ${name}`, () => {
    let harness: EventStoreHarness;
    beforeEach(async () => {
      harness = await makeHarness();
    });
    afterEach(() => harness.dispose());
    const store = () => harness.store;

    describeAppending(store, contiguous);
    describeExpectedRevision(store);
    describeSeveralStreams(store);
    describeCommandIds(store);
    describeWhatIsRefused(store);
    describeReading(store);
    describeSubscribing(store);
    describeClosing(store);
  });
}
