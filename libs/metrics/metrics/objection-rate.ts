import { NEUTRAL, PERCENT, defineMetric } from '../define';
import { eventsOf, happened, item } from '../pure';
import { happenedIn, itemOf } from '../sql';

const OBJECTED = `coalesce((SELECT t.type = 'CaseObjected' FROM views.case_timeline t
  WHERE t.case_id = e.case_id AND t.position > e.position AND t.type IN ('CaseSent', 'CaseObjected')
  ORDER BY t.position LIMIT 1), false)`;

export const objectionRate = defineMetric({
  id: 'objection-rate',
  name: { zh: '退件异议率', en: 'Objections' },
  measure: 'share',
  unit: PERCENT,
  numerator: { zh: '其中该单位提出退件异议的', en: 'Those that the office objected to' },
  denominator: { zh: '转送、交办给该单位的件次', en: 'Times that a case was sent to the office' },
  window: {
    zh: '转送、交办时间在期内；其后的情况截至所依据的日志位置',
    en: 'Sent in the period; what followed is looked at up to the log position of the figure',
  },
  source: { zh: '《信访工作条例》第二十三条', en: 'Regulations on Petition Work (2022), Art. 23' },
  ...NEUTRAL,
  items: (facts, window) => {
    const steps = eventsOf(facts, 'CaseSent', 'CaseObjected');
    return happened(facts, window, 'CaseSent').map((sent) =>
      item(facts, sent.data.to, steps[steps.indexOf(sent) + 1]?.type === 'CaseObjected'),
    );
  },
  sql: `${itemOf('e.case_id', `e.summary ->> 'to'`, OBJECTED)} FROM ${happenedIn('CaseSent')}`,
});
