import { OPINION, PERCENT, defineMetric } from '../define';
import { eventsOf, happened, item } from '../pure';
import { happenedIn, itemOf } from '../sql';

const ACCEPTED = `coalesce((SELECT (t.summary ->> 'accepts')::boolean FROM views.case_timeline t
  WHERE t.case_id = e.case_id AND t.type IN ('CalledBack', 'ReturnVisited') AND t.summary ->> 'accepts' IS NOT NULL
  ORDER BY t.position DESC LIMIT 1), false)`;

export const resultAccepted = defineMetric({
  id: 'result-accepted',
  name: { zh: '办结后认可率（息诉）', en: 'Result accepted' },
  measure: 'share',
  unit: PERCENT,
  numerator: {
    zh: '其中信访人最近一次表示认可结果的',
    en: 'Those whose petitioner last said that they accept the result',
  },
  denominator: { zh: '办结件次', en: 'Times that a case was closed' },
  window: {
    zh: '办结时间在期内；其后的情况截至所依据的日志位置',
    en: 'Closed in the period; what followed is looked at up to the log position of the figure',
  },
  source: {
    zh: '办结≠认可：与办结率分列两栏；未问及的不计为认可',
    en: 'Practice: closed is not accepted, two fields; whoever was not asked does not count as accepting',
  },
  ...OPINION,
  items: (facts, window) => {
    const said = eventsOf(facts, 'CalledBack', 'ReturnVisited').findLast(
      ({ data }) => data.accepts !== undefined,
    );
    return happened(facts, window, 'CaseClosed').map(({ data }) =>
      item(facts, data.by, said?.data.accepts === true),
    );
  },
  sql: `${itemOf('e.case_id', `e.summary ->> 'by'`, ACCEPTED)} FROM ${happenedIn('CaseClosed')}`,
});
