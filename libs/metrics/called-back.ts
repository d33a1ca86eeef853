import type { Metric } from './metric';
import { eventsOf, happened, item } from './pure';
import { happenedIn, itemOf, itsCase } from './sql';

/** 三率: what the petitioner said on a callback, for the office that had answered. */
export const calledBack = (
  question: 'responded' | 'solved' | 'satisfied',
): Pick<Metric, 'items' | 'sql'> => ({
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
