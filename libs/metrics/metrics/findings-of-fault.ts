import { FAILING, PERCENT, defineMetric } from '../define';
import { findings, FINDINGS } from '../findings';

export const findingsOfFault = defineMetric({
  id: 'findings-of-fault',
  name: { zh: '倒查认定有责率', en: 'Reviews that found a fault' },
  measure: 'share',
  unit: PERCENT,
  numerator: {
    zh: '其中认定有责任、经异议后仍然成立的',
    en: 'Those that found a fault, as they stand after a dispute',
  },
  denominator: { zh: '对该单位确认的认定', en: 'Findings on the office confirmed' },
  window: { zh: '确认时间在期内', en: 'Confirmed in the period' },
  source: { zh: '《信访工作条例》第四十二、四十三条', en: 'Regulations on Petition Work (2022), Art. 42–43' },
  ...FAILING,
  items: findings,
  sql: FINDINGS,
});
