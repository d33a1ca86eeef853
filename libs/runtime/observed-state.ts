import { EVERYTHING } from '@huiyin/access';
import type { ParkingLot } from '@huiyin/messaging';
import { countDuties } from '@huiyin/read-models';
import type { Clock } from '@huiyin/kernel';
import type { DataSource } from 'typeorm';
import type { Metrics } from './metrics';

/** Messages that wait for somebody to look at them, by consumer group. */
export function observeParked(metrics: Metrics, lot: ParkingLot): void {
  metrics.gauge(
    'huiyin_parked_messages',
    'Messages parked after failing, and those behind them.',
    'group',
    async () => Object.fromEntries((await lot.count()).map(({ group, messages }) => [group, messages])),
  );
}

/** Duties whose time has passed unmet, by the office that owes them. */
export function observeOverdue(metrics: Metrics, views: DataSource, clock: Clock): void {
  metrics.gauge('huiyin_overdue_duties', 'Open duties whose due time has passed.', 'office', async () => {
    const { result } = await countDuties(views, clock.now().toISOString(), {}, EVERYTHING);
    return Object.fromEntries(result.map(({ owner, overdue }) => [owner, overdue]));
  });
}
