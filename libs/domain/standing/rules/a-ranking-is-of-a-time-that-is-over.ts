import type { LocalDate } from '@huiyin/kernel';
import type { Verdict } from '../../decider';

const MONTHS_a_quarter = 3;

/** Offices are ranked when the month or the quarter is over, not before. */
export function aRankingIsOfATimeThatIsOver(period: string, today: LocalDate): Verdict {
  const [year, part] = [Number(period.slice(0, 4)), period.slice(5)];
  const lastMonth = part.startsWith('Q') ? Number(part.slice(1)) * MONTHS_a_quarter : Number(part);
  const from = new Date(Date.UTC(year, lastMonth, 1)).toISOString().slice(0, 10);
  return today < from ? { code: 'ranking-not-over', facts: { period, from } } : undefined;
}
