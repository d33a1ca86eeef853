import { solvePeriods, type ClockHours, type Rules, type ServicePeriod } from './solve-period';

/** Fewer targets than this prove no period. */
export const SUPPORT_MIN = 3;
/** A period is a service's own only if it explains at least this share of its targets. */
export const SHARE_MIN = 0.5;
/** Services beyond this number are not learned: then the column is no list of services. */
export const SERVICES_MAX = 5_000;

export interface PeriodLearner {
  add(service: string, opened_ms: number, due_ms: number): void;
  /** Service → period, in the order of the names. */
  learned(): Record<string, ServicePeriod>;
}

interface Votes {
  targets: number;
  periods: Map<string, { period: ServicePeriod; votes: number }>;
}

/** Per service, the period that explains most of its targets; of two that explain as many, the weekday clock. */
export function createPeriodLearner(hours: ClockHours, rules: Rules): PeriodLearner {
  const services = new Map<string, Votes>();
  return {
    add(service, opened_ms, due_ms) {
      const known = services.get(service);
      if (!known && services.size >= SERVICES_MAX) return;
      const counted: Votes = known ?? { targets: 0, periods: new Map() };
      if (!known) services.set(service, counted);
      counted.targets += 1;
      for (const period of solvePeriods(opened_ms, due_ms, hours, rules)) {
        const key = `${period.unit} ${period.amount}`;
        const entry = counted.periods.get(key) ?? { period, votes: 0 };
        counted.periods.set(key, { ...entry, votes: entry.votes + 1 });
      }
    },
    learned() {
      const found = [...services].flatMap(([service, votes]) => {
        const period = winner(votes);
        return period ? [[service, period] as const] : [];
      });
      return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
    },
  };
}

function winner({ targets, periods }: Votes): ServicePeriod | undefined {
  const kind = ({ unit }: ServicePeriod): number => (unit === 'weekday-clock' ? 0 : 1);
  const [best] = [...periods.values()].sort(
    (a, b) => b.votes - a.votes || kind(a.period) - kind(b.period) || a.period.amount - b.period.amount,
  );
  return best && best.votes >= SUPPORT_MIN && best.votes >= targets * SHARE_MIN ? best.period : undefined;
}
