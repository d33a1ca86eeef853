import type { Evidence, Finding } from './events';

const DAY_ms = 86_400_000;
const HOUR_ms = 3_600_000;
/** An office that got the case with less of the period left than this was not given a fair chance (local setting). */
const FAIR_CHANCE_SHARE = 0.2;
const GRAVE_AFTER_days = 30;
const ORDINARY_AFTER_days = 7;

const ms = (instant: string): number => new Date(instant).getTime();

/**
 * What the record alone shows about one missed duty: late, silent, or no fault because the office did not hold the
 * case for long enough. A proposal only: a reviewing office confirms it, changes it or finds no fault.
 */
export function proposeFinding({ duty, holders, timeline }: Evidence): Finding {
  const held = holders.filter(({ office }) => office === duty.owner);
  const period_ms = ms(duty.dueAt) - ms(duty.startedAt);
  const held_ms = held.reduce(
    (sum, { from, until }) =>
      sum +
      Math.max(0, Math.min(ms(until ?? duty.dueAt), ms(duty.dueAt)) - Math.max(ms(from), ms(duty.startedAt))),
    0,
  );
  if (held.length > 0 && held_ms < period_ms * FAIR_CHANCE_SHARE) {
    const hours = Math.round(held_ms / HOUR_ms);
    return {
      outcome: 'no-fault',
      reasons: `The office held the case for ${hours} h of the period only. 该单位在期限内仅持有该件 ${hours} 小时。`,
    };
  }
  const end = duty.endedAt ?? timeline.at(-1)?.occurredAt ?? duty.dueAt;
  const late_days = Math.max(1, Math.ceil((ms(end) - ms(duty.dueAt)) / DAY_ms));
  const gravity =
    late_days > GRAVE_AFTER_days ? 'grave' : late_days > ORDINARY_AFTER_days ? 'ordinary' : 'slight';
  return duty.endedAt
    ? {
        outcome: 'fault',
        kind: 'late',
        gravity,
        reasons: `Done ${late_days} d after it was due. 逾期 ${late_days} 天完成。`,
      }
    : {
        outcome: 'fault',
        kind: 'silent',
        gravity,
        reasons: `Still not done ${late_days} d after it was due. 逾期 ${late_days} 天仍未办理。`,
      };
}
