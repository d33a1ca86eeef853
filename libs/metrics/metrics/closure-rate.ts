import { DUTY, PERCENT, defineMetric } from '../define';
import { happened, item } from '../pure';
import { happenedIn, itemOf, itsCase } from '../sql';
import { isOpenAt, openBefore } from '../stock';

export const closureRate = defineMetric({
  id: 'closure-rate',
  name: { zh: '办结率（期内登记）', en: 'Closure rate' },
  measure: 'share',
  unit: PERCENT,
  numerator: { zh: '其中期末已办结的', en: 'Those closed at its end' },
  denominator: { zh: '期内登记的信访件', en: 'Cases registered in the period' },
  window: { zh: '登记时间在期内', en: 'Registered in the period' },
  source: {
    zh: '《信访工作条例》第三十四条；办结与息诉分列两栏',
    en: 'Regulations on Petition Work (2022), Art. 34; closing and acceptance of the result are two fields',
  },
  ...DUTY,
  items: (facts, window) =>
    happened(facts, window, 'CaseRegistered').map(() =>
      item(facts, facts.receiver, !openBefore(facts, window.until)),
    ),
  sql: `${itemOf('e.case_id', 'c.receiver', `NOT ${isOpenAt('e.case_id', 'w.until')}`)} FROM ${happenedIn('CaseRegistered')} ${itsCase}`,
});
