import { range, type Context } from './context';
import type { MessagingHarness, MessagingRig } from './harness';
import { draft } from './messages';
import { testOrder } from './order';
import { testParking } from './parking';
import { testResume } from './resume';
import { testSharing } from './sharing';

/** The promises of libs/messaging/port.ts, on any adapter. */
export function describeMessagingContract(name: string, harness: MessagingHarness): void {
  describe(name, () => {
    let rig: MessagingRig;
    let open: { close(): Promise<void> }[] = [];
    beforeEach(async () => void (rig = await harness.start()));
    afterEach(async () => {
      await Promise.all(open.map((consumer) => consumer.close()));
      open = [];
      await rig.close();
    });

    const context: Context = {
      rig: () => rig,
      consume: (handler, options = {}) => {
        const consumer = rig.consumer();
        open.push(consumer);
        return consumer.subscribe({ group: 'spec', topics: [rig.topic], handler, ...options });
      },
      drafts: (keys, from, to) => range(from, to).flatMap((n) => keys.map((key) => draft(rig.topic, key, n))),
    };
    testOrder(context);
    testResume(context);
    testParking(context);
    testSharing(context, harness.shares);
  });
}
