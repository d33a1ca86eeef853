import { createMemoryParkingLot, type Consumption } from '@huiyin/messaging';
import { createMetrics } from './metrics';
import { observeParked } from './observed-state';
import { parkedIn } from './parked.controller';

test('a group whose messages all pass tells so: its figure is 0, not missing', async () => {
  const metrics = createMetrics();
  const parked = parkedIn(createMemoryParkingLot());
  observeParked(metrics, parked);
  parked.consumptions.set('escalation', {} as Consumption);
  expect(await metrics.registry.metrics()).toContain('huiyin_parked_messages{group="escalation"} 0\n');
});
