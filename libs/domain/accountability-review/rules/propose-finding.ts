import { DAY_ms, HOUR_ms } from '@huiyin/kernel';
import type { Instant } from '@huiyin/policy';
import type { Evidence, Finding, GRAVITIES } from '../events';

/** An office that got the case with less of the period left than this was not given a fair chance (local setting). */
const FAIR_CHANCE_SHARE = 0.2;
const GRAVE_AFTER_days = 30;
const ORDINARY_AFTER_days = 7;

const ms = (instant: string): number => new Date(instant).getTime();

/**
 * What the record alone shows about one missed duty when its review was opened: late, silent, or no fault because the office did not hold the
 * case for long enough. A proposal only: a reviewing office confirms it, changes it or finds no fault.
 */
export function proposeFinding({ duty, holders }: Evidence, openedAt: Instant): Finding {
  const held = holders.filter(({ office }) => office === duty.owner);
  const held_ms = held.reduce((sum, span) => sum + heldInPeriod_ms(span, duty), 0);
  const period_ms = ms(duty.dueAt) - ms(duty.startedAt);
  if (held.length > 0 && held_ms < period_ms * FAIR_CHANCE_SHARE) {
    const hours = Math.round(held_ms / HOUR_ms);
    return {
      outcome: 'no-fault',
      reasons: `The office held the case for ${hours} h of the period only. 该单位在期限内仅持有该件 ${hours} 小时。`,
    };
  }
  const late_days = Math.max(1, Math.ceil((ms(duty.endedAt ?? openedAt) - ms(duty.dueAt)) / DAY_ms));
  const [kind, reasons] = duty.endedAt
    ? (['late', `Done ${late_days} d after it was due. 逾期 ${late_days} 天完成。`] as const)
    : (['silent', `Still not done ${late_days} d after it was due. 逾期 ${late_days} 天仍未办理。`] as const);
  return { outcome: 'fault', kind, gravity: gravityOf(late_days), reasons };
}

/** How much of the duty's period lies in one span of holding the case. */
const heldInPeriod_ms = ({ from, until }: Evidence['holders'][number], duty: Evidence['duty']): number =>
  Math.max(0, Math.min(ms(until ?? duty.dueAt), ms(duty.dueAt)) - Math.max(ms(from), ms(duty.startedAt)));

function gravityOf(late_days: number): (typeof GRAVITIES)[number] {
  if (late_days > GRAVE_AFTER_days) return 'grave';
  return late_days > ORDINARY_AFTER_days ? 'ordinary' : 'slight';
}
