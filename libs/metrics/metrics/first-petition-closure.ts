import { NEUTRAL, PERCENT, defineMetric } from '../define';
import { eventsOf, isIn, item } from '../pure';
import { happenedIn, itHas, itemOf, seenByViewer } from '../sql';

const MATTER_CAME_AGAIN = `EXISTS (SELECT FROM views.case_timeline t JOIN views.case_list r ON r.id = t.case_id
  WHERE t.type = 'CaseLinked' AND t.summary ->> 'as' = 'repeat' AND t.summary ->> 'to' = e.case_id
    AND r.status <> 'struck' AND ${seenByViewer('r')})`;

export const firstPetitionClosure = defineMetric({
  id: 'first-petition-closure',
  name: { zh: '初次信访事项一次性办结率', en: 'First petitions closed once and for all' },
  measure: 'share',
  unit: PERCENT,
  numerator: {
    zh: '其中未重开、未申请复查、未作为同一事项再次来信来访的',
    en: 'Those not opened again, not brought to review, and whose matter did not come again',
  },
  denominator: { zh: '首次办结的初次信访件', en: 'First petitions closed for the first time' },
  window: {
    zh: '办结时间在期内；其后的情况截至所依据的日志位置',
    en: 'Closed in the period; what followed is looked at up to the log position of the figure',
  },
  exclusions: { zh: '登记为重复的件', en: 'Cases that are repeats themselves' },
  source: {
    zh: '初信初访办理；简易办理',
    en: 'Practice: first petitions are settled at once where possible; simple procedure',
  },
  ...NEUTRAL,
  items: (facts, window) => {
    const [first] = eventsOf(facts, 'CaseClosed');
    if (!first || !isIn(first.occurredAt, window)) return [];
    if (eventsOf(facts, 'CaseLinked').some(({ data }) => data.as === 'repeat')) return [];
    const cameBack = eventsOf(facts, 'CaseReopened', 'ReviewAsked').length > 0 || facts.repeats.length > 0;
    return [item(facts, first.data.by, !cameBack)];
  },
  sql: `${itemOf('e.case_id', `e.summary ->> 'by'`, `NOT (${itHas(`'CaseReopened', 'ReviewAsked'`)} OR ${MATTER_CAME_AGAIN})`)}
    FROM ${happenedIn('CaseClosed')}
    WHERE NOT ${itHas(`'CaseClosed'`, 't.position < e.position')}
      AND NOT ${itHas(`'CaseLinked'`, `t.summary ->> 'as' = 'repeat'`)}`,
});
