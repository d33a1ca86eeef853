import type { Text } from '@huiyin/policy';
import { defineMetric, OPINION, PERCENT } from './define';
import type { Metric } from './metric';
import { eventsOf, happened, item } from './pure';
import { happenedIn, itemOf, itsCase } from './sql';

interface Rate {
  id: string;
  name: Text;
  question: 'responded' | 'solved' | 'satisfied';
  numerator: Text;
}

/** One of 三率: what the petitioner said on a callback, for the office that had answered. */
export const calledBack = ({ question, ...rate }: Rate): Metric =>
  defineMetric({
    ...rate,
    measure: 'share',
    unit: PERCENT,
    denominator: { zh: '回访', en: 'Callbacks' },
    window: { zh: '回访时间在期内', en: 'Called back in the period' },
    source: {
      zh: '接诉即办“三率”：响应率、解决率、满意率',
      en: 'Swift response to calls: the three rates of response, resolution and satisfaction',
    },
    ...OPINION,
    items(facts, window) {
      const answers = eventsOf(facts, 'CaseAnswered');
      return happened(facts, window, 'CalledBack').map(({ data, position }) => {
        const answer = answers.findLast((one) => one.position < position);
        return item(facts, answer?.data.by ?? facts.receiver, data[question]);
      });
    },
    sql: `${itemOf('e.case_id', ANSWERING, `(e.summary ->> '${question}')::boolean`)}
    FROM ${happenedIn('CalledBack')} ${itsCase}`,
  });

const ANSWERING = `coalesce((SELECT t.summary ->> 'by' FROM views.case_timeline t WHERE t.case_id = e.case_id
  AND t.position < e.position AND t.type = 'CaseAnswered' ORDER BY t.position DESC LIMIT 1), c.receiver)`;
