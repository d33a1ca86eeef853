import { FAILING, PERCENT, defineMetric } from '../define';
import { eventsOf, happened, item } from '../pure';
import { happenedIn, itHas, itemOf } from '../sql';

export const reboundRate = defineMetric({
  id: 'rebound-rate',
  name: { zh: '办结后反弹率', en: 'Rebound after closing' },
  measure: 'share',
  unit: PERCENT,
  numerator: { zh: '其中其后重新办理的', en: 'Those opened again afterwards' },
  denominator: { zh: '办结件次', en: 'Times that a case was closed' },
  window: {
    zh: '办结时间在期内；其后的情况截至所依据的日志位置',
    en: 'Closed in the period; what followed is looked at up to the log position of the figure',
  },
  source: { zh: '因工作不力反弹的，倒查责任', en: 'Practice: a rebound by poor handling is looked into' },
  ...FAILING,
  items: (facts, window) => {
    const last = eventsOf(facts, 'CaseReopened').at(-1);
    return happened(facts, window, 'CaseClosed').map(({ data, position }) =>
      item(facts, data.by, last !== undefined && last.position > position),
    );
  },
  sql: `${itemOf('e.case_id', `e.summary ->> 'by'`, itHas(`'CaseReopened'`, 't.position > e.position'))} FROM ${happenedIn('CaseClosed')}`,
});
