import { DAYS, defineMetric, FAILING } from '../define';
import { daysTo } from '../days-to';

export const daysToClose = defineMetric({
  id: 'days-to-close',
  name: { zh: '办结用时', en: 'Days to close' },
  measure: 'spread',
  unit: DAYS,
  numerator: {
    zh: '自登记至办结的日数，中位数与九成位',
    en: 'Days from registration to closing: median and ninth decile',
  },
  window: { zh: '办结时间在期内', en: 'Closed in the period' },
  source: { zh: '《信访工作条例》第三十四条', en: 'Regulations on Petition Work (2022), Art. 34' },
  ...FAILING,
  ...daysTo('CaseClosed', 'CaseRegistered'),
});
