import { DUTY, PERCENT, defineMetric } from '../define';
import { item } from '../pure';
import { itemOf } from '../sql';
import { isOpen, isOpenAt, lastTurnBefore, openBefore } from '../stock';

export const backlogCleared = defineMetric({
  id: 'backlog-cleared',
  name: { zh: '积案化解率', en: 'Backlog cleared' },
  measure: 'share',
  unit: PERCENT,
  numerator: { zh: '其中期末已办结的', en: 'Those closed at its end' },
  denominator: { zh: '期初未办结的信访件', en: 'Cases open at the beginning of the period' },
  window: { zh: '期初至期末', en: 'From the beginning of the period to its end' },
  source: { zh: '集中治理重复信访、化解信访积案专项工作', en: 'Practice: drives to clear the backlog' },
  ...DUTY,
  items: (facts, { since, until }) =>
    openBefore(facts, since) ? [item(facts, facts.receiver, !openBefore(facts, until))] : [],
  sql: `${itemOf('o.case_id', 'c.receiver', `NOT ${isOpenAt('o.case_id', 'w.until')}`)} FROM ${lastTurnBefore('w.since')}
    JOIN views.case_list c ON c.id = o.case_id WHERE ${isOpen('o.type')}`,
});
