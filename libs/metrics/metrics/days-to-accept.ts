import { DAYS, defineMetric, FAILING } from '../define';
import { daysTo } from '../days-to';

export const daysToAccept = defineMetric({
  id: 'days-to-accept',
  name: { zh: '受理用时', en: 'Days to accept' },
  measure: 'spread',
  unit: DAYS,
  numerator: {
    zh: '自转送、交办至受理的日数，中位数与九成位',
    en: 'Days from sending to acceptance: median and ninth decile',
  },
  window: { zh: '受理时间在期内', en: 'Accepted in the period' },
  source: { zh: '《信访工作条例》第二十三条', en: 'Regulations on Petition Work (2022), Art. 23' },
  ...FAILING,
  ...daysTo('CaseAccepted', 'CaseSent'),
});
