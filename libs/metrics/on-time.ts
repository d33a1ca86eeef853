import type { Duty } from '@huiyin/policy';
import { defineMetric, DUTY, PERCENT } from './define';
import type { Metric } from './metric';
import { isIn, item } from './pure';
import { itemOf, quoted } from './sql';

/** It fell due: it does not stand still, and it was not taken off the office before its time. */
const fellDue = ({ kind, status, endedAt, dueAt }: Duty): boolean =>
  kind === 'duty' && status !== 'paused' && !(status === 'cancelled' && endedAt! <= dueAt);

const FELL_DUE = `d.kind = 'duty' AND d.status <> 'paused' AND NOT (d.status = 'cancelled' AND d.ended_at <= d.due_at)`;

type Named = Pick<Metric, 'id' | 'name' | 'source'> & {
  /** Ids of the packs' rules; none: every duty on the case, its orders and its reviews. */
  rules?: readonly string[];
};

/** The share of an office's duties of one sort that were met by their due time. */
export function onTime({ rules, ...named }: Named): Metric {
  const isMeant = (rule: string): boolean => rules === undefined || rules.includes(rule);
  const meant = rules === undefined ? 'true' : `d.rule IN (${quoted(rules)})`;
  return defineMetric({
    ...named,
    ...DUTY,
    measure: 'share',
    unit: PERCENT,
    numerator: { zh: '其中按期履行的', en: 'Those met by their due time' },
    denominator: { zh: '到期的职责', en: 'Duties that fell due' },
    window: { zh: '到期时间在期内', en: 'Due in the period' },
    exclusions: {
      zh: '中止计时的、到期前已移出该单位的职责',
      en: 'Duties that stand still or left the office before they were due',
    },
    items: (facts, window) =>
      facts.duties
        .filter((duty) => isMeant(duty.rule) && fellDue(duty) && isIn(duty.dueAt, window))
        .map(({ owner, status }) => item(facts, owner, status === 'met')),
    sql: `${itemOf('d.case_id', 'd.owner', `d.status = 'met'`)}
      FROM w JOIN views.duty_board d ON ${FELL_DUE} AND ${meant} AND d.due_at >= w.since AND d.due_at < w.until`,
  });
}
