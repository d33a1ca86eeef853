import { FAILING, PERCENT, defineMetric } from '../define';
import { happened, item } from '../pure';
import { happenedIn, itemOf } from '../sql';

export const objectionsRejected = defineMetric({
  id: 'objections-rejected',
  name: { zh: '异议被驳回率（推诿）', en: 'Objections rejected (passing on)' },
  measure: 'share',
  unit: PERCENT,
  numerator: { zh: '其中被驳回的', en: 'Those that were rejected' },
  denominator: { zh: '对该单位退件异议的答复', en: 'Decisions on the office’s objections' },
  window: { zh: '答复时间在期内', en: 'Decided in the period' },
  source: { zh: '《信访工作条例》第二十三条', en: 'Regulations on Petition Work (2022), Art. 23' },
  ...FAILING,
  items: (facts, window) =>
    happened(facts, window, 'ObjectionUpheld', 'ObjectionRejected').map((event) =>
      event.type === 'ObjectionRejected'
        ? item(facts, event.data.office, true)
        : item(facts, event.data.from, false),
    ),
  sql: `${itemOf(
    'e.case_id',
    `coalesce(e.summary ->> 'office', e.summary ->> 'from')`,
    `e.type = 'ObjectionRejected'`,
  )} FROM ${happenedIn('ObjectionUpheld', 'ObjectionRejected')}`,
});
