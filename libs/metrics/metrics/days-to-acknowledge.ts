import { DAYS, defineMetric, FAILING } from '../define';
import { daysTo } from '../days-to';

export const daysToAcknowledge = defineMetric({
  id: 'days-to-acknowledge',
  name: { zh: '告知用时', en: 'Days to acknowledge' },
  measure: 'spread',
  unit: DAYS,
  numerator: {
    zh: '自转送、交办至告知的日数，中位数与九成位',
    en: 'Days from sending to the acknowledgement: median and ninth decile',
  },
  window: { zh: '告知时间在期内', en: 'Acknowledged in the period' },
  source: { zh: '《信访工作条例》第二十三条', en: 'Regulations on Petition Work (2022), Art. 23' },
  ...FAILING,
  ...daysTo('CaseAcknowledged', 'CaseSent'),
});
