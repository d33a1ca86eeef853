import { DEMAND, PERCENT, defineMetric } from '../define';
import { eventsOf, happened, item } from '../pure';
import { happenedIn, itemOf, itsCase } from '../sql';

export const repeatRate = defineMetric({
  id: 'repeat-rate',
  name: { zh: '重复件比例（按事项）', en: 'Repeats of a matter' },
  measure: 'share',
  unit: PERCENT,
  numerator: { zh: '其中登记为同一事项重复的', en: 'Those linked as the same matter again' },
  denominator: { zh: '登记的信访件', en: 'Cases registered' },
  window: { zh: '登记时间在期内', en: 'Registered in the period' },
  source: {
    zh: '《信访工作条例》第四十一条；重复的是事项，不计个人',
    en: 'Practice; it is the matter that repeats, nobody is counted',
  },
  ...DEMAND,
  items: (facts, window) => {
    const repeat = eventsOf(facts, 'CaseLinked').some(({ data }) => data.as === 'repeat');
    return happened(facts, window, 'CaseRegistered').map(() => item(facts, facts.receiver, repeat));
  },
  sql: `${itemOf(
    'e.case_id',
    'c.receiver',
    `EXISTS (SELECT FROM views.case_timeline t WHERE t.case_id = e.case_id AND t.type = 'CaseLinked'
       AND t.summary ->> 'as' = 'repeat')`,
  )} FROM ${happenedIn('CaseRegistered')} ${itsCase}`,
});
