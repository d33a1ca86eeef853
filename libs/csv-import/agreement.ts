import { expectedDeadline } from '@huiyin/policy';
import { agrees, type Rules } from './solve-period';

export const WORST_MAX = 5;

export interface Tally {
  targets: number;
  agree: number;
}

export interface ServiceTally extends Tally {
  service: string;
  /** `3 weekdays`, `7 calendar days`, or `no period`. */
  period: string;
}

/** How many of the dates that another system promised are the dates that the pack's own duty has. */
export interface Agreement extends Tally {
  kinds: Readonly<Record<'calendar-days-exact' | 'weekday-clock' | 'none', Tally>>;
  /** The services with most disagreeing targets, worst first. */
  worst: readonly ServiceTally[];
}

export interface AgreementCounter {
  add(service: string | undefined, opened_ms: number, due_ms: number): void;
  counted(): Agreement;
}

type Kind = keyof Agreement['kinds'];
const WITHOUT_SERVICE = '(no service)';

export function createAgreementCounter({ pack, calendar }: Rules): AgreementCounter {
  const services = new Map<string, Tally>();
  const periodOf = (service: string) => pack.services?.[service];
  const kindOf = (service: string): Kind => {
    const unit = periodOf(service)?.unit;
    return unit === 'weekday-clock' || unit === 'calendar-days-exact' ? unit : 'none';
  };
  return {
    add(service = WITHOUT_SERVICE, opened_ms, due_ms) {
      const tally = services.get(service) ?? { targets: 0, agree: 0 };
      const computed = expectedDeadline(service, new Date(opened_ms).toISOString(), pack, calendar);
      tally.targets += 1;
      if (computed && agrees(due_ms, computed.dueAt_ms)) tally.agree += 1;
      services.set(service, tally);
    },
    counted() {
      const kinds = {
        'weekday-clock': { targets: 0, agree: 0 },
        'calendar-days-exact': { targets: 0, agree: 0 },
        none: { targets: 0, agree: 0 },
      };
      const total = { targets: 0, agree: 0 };
      for (const [service, { targets, agree }] of services) {
        for (const sum of [total, kinds[kindOf(service)]]) {
          sum.targets += targets;
          sum.agree += agree;
        }
      }
      const worst = [...services]
        .filter(([, { targets, agree }]) => agree < targets)
        .sort(([a, x], [b, y]) => y.targets - y.agree - (x.targets - x.agree) || (a < b ? -1 : 1))
        .slice(0, WORST_MAX)
        .map(([service, tally]) => ({ service, ...tally, period: inWords(periodOf(service)) }));
      return { ...total, kinds, worst };
    },
  };
}

function inWords(period: { unit: string; amount: number } | undefined): string {
  if (!period) return 'no period';
  const days = period.amount === 1 ? 'day' : 'days';
  if (period.unit === 'weekday-clock') return `${period.amount} week${days}`;
  return period.unit === 'calendar-days-exact'
    ? `${period.amount} calendar ${days}`
    : `${period.amount} ${period.unit}`;
}
