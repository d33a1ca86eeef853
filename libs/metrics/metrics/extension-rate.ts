import { FAILING, PERCENT, defineMetric } from '../define';
import { eventsOf, happened, item } from '../pure';
import { happenedIn, itHas, itemOf } from '../sql';

export const extensionRate = defineMetric({
  id: 'extension-rate',
  name: { zh: '延期率', en: 'Extension rate' },
  measure: 'share',
  unit: PERCENT,
  numerator: { zh: '其中其后决定延期的', en: 'Those extended afterwards' },
  denominator: { zh: '受理件次', en: 'Times that a case was accepted' },
  window: {
    zh: '受理时间在期内；其后的情况截至所依据的日志位置',
    en: 'Accepted in the period; what followed is looked at up to the log position of the figure',
  },
  source: { zh: '《信访工作条例》第三十四条', en: 'Regulations on Petition Work (2022), Art. 34' },
  ...FAILING,
  items: (facts, window) => {
    const last = eventsOf(facts, 'AnswerExtended').at(-1);
    return happened(facts, window, 'CaseAccepted').map(({ data, position }) =>
      item(facts, data.by, last !== undefined && last.position > position),
    );
  },
  sql: `${itemOf('e.case_id', `e.summary ->> 'by'`, itHas(`'AnswerExtended'`, 't.position > e.position'))} FROM ${happenedIn('CaseAccepted')}`,
});
