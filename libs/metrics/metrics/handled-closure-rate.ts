import { closedOfSent } from '../closed-of-sent';
import { defineMetric, DUTY, PERCENT } from '../define';

export const handledClosureRate = defineMetric({
  id: 'handled-closure-rate',
  name: { zh: '承办件办结率', en: 'Closure rate of the handling office' },
  measure: 'share',
  unit: PERCENT,
  numerator: { zh: '其中期末已办结的', en: 'Those whose case was closed at its end' },
  denominator: { zh: '转送、交办给该单位的件次', en: 'Times that a case was sent to the office' },
  window: { zh: '转送、交办时间在期内', en: 'Sent in the period' },
  exclusions: { zh: '经同意退回的', en: 'Those that went back on an objection' },
  source: { zh: '《信访工作条例》第二十二条', en: 'Regulations on Petition Work (2022), Art. 22' },
  ...DUTY,
  ...closedOfSent(),
});
