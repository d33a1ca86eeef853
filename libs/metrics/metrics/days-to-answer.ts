import { DAYS, defineMetric, FAILING } from '../define';
import { daysTo } from '../days-to';

export const daysToAnswer = defineMetric({
  id: 'days-to-answer',
  name: { zh: '答复用时', en: 'Days to answer' },
  measure: 'spread',
  unit: DAYS,
  numerator: {
    zh: '自受理至答复的日数，中位数与九成位',
    en: 'Days from acceptance to the answer: median and ninth decile',
  },
  window: { zh: '答复时间在期内', en: 'Answered in the period' },
  source: { zh: '《信访工作条例》第三十四条', en: 'Regulations on Petition Work (2022), Art. 34' },
  ...FAILING,
  ...daysTo('CaseAnswered', 'CaseAccepted'),
});
