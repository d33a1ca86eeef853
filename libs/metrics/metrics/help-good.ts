import { DUTY, PERCENT, defineMetric } from '../define';
import { happened, item } from '../pure';
import { happenedIn, itemOf } from '../sql';

export const helpGood = defineMetric({
  id: 'help-good',
  name: { zh: '协办评价良好率（吹哨报到）', en: 'Help that was good (whistle and report)' },
  measure: 'share',
  unit: PERCENT,
  numerator: { zh: '其中评为“好”的', en: 'Those marked “good”' },
  denominator: { zh: '对该单位协办的评价', en: 'Assessments of the office’s help' },
  window: { zh: '评价时间在期内', en: 'Assessed in the period' },
  source: { zh: '《信访工作条例》第二十四条', en: 'Regulations on Petition Work (2022), Art. 24' },
  ...DUTY,
  items: (facts, window) =>
    happened(facts, window, 'HelpAssessed').map(({ data }) => item(facts, data.helper, data.mark === 'good')),
  sql: `${itemOf('e.case_id', `e.summary ->> 'helper'`, `e.summary ->> 'mark' = 'good'`)} FROM ${happenedIn('HelpAssessed')}`,
});
