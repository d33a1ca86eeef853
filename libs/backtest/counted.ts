import type { StandingEvents } from '@huiyin/domain';
import type { Logged } from './backtest';
import type { Count } from './tally';

/** Faults and rungs as the standings hold them at the end: without what was set aside and withdrawn again. */
export interface Counted {
  take(event: Logged): void;
  each(add: (office: string, what: Count, at: string) => void): void;
}

export function counted(): Counted {
  const faults = new Map<string, { office: string; at: string }>();
  const rungs = new Map<string, { office: string; at: string }[]>();
  const keyOf = (office: string, what: string): string => `${office} ${what}`;
  return {
    take({ type, data, occurredAt: at }) {
      if (type === 'FaultCounted') {
        const { office, reviewId } = data as StandingEvents['FaultCounted'];
        faults.set(keyOf(office, reviewId), { office, at });
      } else if (type === 'FaultSetAside') {
        const { office, reviewId } = data as StandingEvents['FaultSetAside'];
        faults.delete(keyOf(office, reviewId));
      } else if (type === 'RungReached') {
        const { office, rung } = data as StandingEvents['RungReached'];
        const key = keyOf(office, rung);
        rungs.set(key, [...(rungs.get(key) ?? []), { office, at }]);
      } else if (type === 'RungWithdrawn') {
        const { office, withdrawn } = data as StandingEvents['RungWithdrawn'];
        for (const rung of withdrawn) rungs.get(keyOf(office, rung))?.pop();
      }
    },
    each(add) {
      for (const { office, at } of faults.values()) add(office, 'faults', at);
      for (const { office, at } of [...rungs.values()].flat()) add(office, 'rungs', at);
    },
  };
}
