import { EVERYTHING } from '@huiyin/access';
import type { Parked } from './parked.controller';
import { countDuties } from '@huiyin/read-models';
import type { Clock } from '@huiyin/kernel';
import type { DataSource } from 'typeorm';
import type { Metrics } from './metrics';

/** Messages that wait for somebody to look at them, by consumer group. */
export function observeParked(metrics: Metrics, { lot, consumptions }: Parked): void {
  metrics.gauge(
    'huiyin_parked_messages',
    'Messages parked after failing, and those behind them.',
    'group',
    async () => {
      // A figure that is there only when something is wrong cannot be told from one that is missing.
      const none = [...consumptions.keys()].map((group): [string, number] => [group, 0]);
      const some = (await lot.count()).map(({ group, messages }): [string, number] => [group, messages]);
      return Object.fromEntries([...none, ...some]);
    },
  );
}

/** Duties whose time has passed unmet, by the office that owes them. */
export function observeOverdue(metrics: Metrics, views: DataSource, clock: Clock): void {
  metrics.gauge('huiyin_overdue_duties', 'Open duties whose due time has passed.', 'office', async () => {
    const { result } = await countDuties(views, clock.now().toISOString(), {}, EVERYTHING);
    return Object.fromEntries(result.map(({ owner, overdue }) => [owner, overdue]));
  });
}
