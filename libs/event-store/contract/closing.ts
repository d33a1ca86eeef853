import { QueueFull } from '@huiyin/kernel';
import { StoreUnavailable, type Subscription } from '../port';
import { sampleRequest } from '../samples';
import type { Running } from './running';

export function describeClosing(store: Running): void {
  it('once closed, ends its subscriptions and refuses', async () => {
    const subscription: Subscription = store().subscribe({ after: 0, handler: async () => undefined });
    await store().close();
    await subscription.done;
    await expect(store().append(sampleRequest('case-1'))).rejects.toThrow(StoreUnavailable);
    await store().close();
  });

  it('close lets the appends that wait finish', async () => {
    const results = Array.from({ length: 5 }, (_, n) => store().append(sampleRequest(`case-${n}`)));
    await store().close();
    const settled = await Promise.allSettled(results);
    const failed = settled.filter((one) => one.status === 'rejected' && !(one.reason instanceof QueueFull));
    expect(failed).toEqual([]);
  });
}
