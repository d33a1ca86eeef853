import { FAILING, TIMES, defineMetric } from '../define';
import { eventsOf, happened, item } from '../pure';
import { happenedIn, itHas, itemOf } from '../sql';

export const pingPong = defineMetric({
  id: 'ping-pong',
  name: { zh: '再次退回（来回踢皮球）', en: 'Given back again (ping-pong)' },
  measure: 'count',
  unit: TIMES,
  numerator: { zh: '已退回过的信访件再次退回', en: 'Cases given back that had been given back before' },
  window: { zh: '退回时间在期内', en: 'Given back in the period' },
  source: { zh: '《信访工作条例》第二十四条', en: 'Regulations on Petition Work (2022), Art. 24' },
  ...FAILING,
  items: (facts, window) => {
    const [first] = eventsOf(facts, 'ObjectionUpheld');
    return happened(facts, window, 'ObjectionUpheld')
      .filter((event) => event !== first)
      .map(({ data }) => item(facts, data.from));
  },
  sql: `${itemOf('e.case_id', `e.summary ->> 'from'`)} FROM ${happenedIn('ObjectionUpheld')}
    WHERE ${itHas(`'ObjectionUpheld'`, 't.position < e.position')}`,
});
