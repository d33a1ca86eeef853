import { DUTY, PERCENT, defineMetric } from '../define';
import { eventsOf, happened, item } from '../pure';
import { happenedIn, itemOf } from '../sql';

export const supervisionSolved = defineMetric({
  id: 'supervision-solved',
  name: { zh: '督办解决率', en: 'Supervision that solved it' },
  measure: 'share',
  unit: PERCENT,
  numerator: { zh: '其中以解决办结的', en: 'Those closed as solved' },
  denominator: { zh: '办结的督办', en: 'Supervision orders closed' },
  window: { zh: '办结时间在期内', en: 'Closed in the period' },
  source: { zh: '《信访工作条例》第四十条', en: 'Regulations on Petition Work (2022), Art. 40' },
  ...DUTY,
  items: (facts, window) =>
    happened(facts, window, 'SupervisionClosed').flatMap(({ stream, data }) => {
      const order = eventsOf(facts, 'SupervisionOrdered').find((one) => one.stream === stream);
      return order ? [item(facts, order.data.office, data.solved)] : [];
    }),
  sql: `${itemOf('e.case_id', `o.summary ->> 'office'`, `(e.summary ->> 'solved')::boolean`)}
    FROM ${happenedIn('SupervisionClosed')}
      JOIN views.case_timeline o ON o.about = e.stream AND o.type = 'SupervisionOrdered'`,
});
