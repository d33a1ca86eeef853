import { defineMetric, FAILING, TIMES } from '../define';
import { findings, FINDINGS, IS_FAULT } from '../findings';

export const confirmedFaults = defineMetric({
  id: 'confirmed-faults',
  name: { zh: '确认的责任', en: 'Confirmed faults' },
  measure: 'count',
  unit: TIMES,
  numerator: {
    zh: '确认该单位有责任、经异议后仍然成立的认定',
    en: 'Findings that confirm a fault of the office, as they stand after a dispute',
  },
  window: { zh: '确认时间在期内', en: 'Confirmed in the period' },
  source: { zh: '《信访工作条例》第四十二、四十三条', en: 'Regulations on Petition Work (2022), Art. 42–43' },
  ...FAILING,
  items: (facts, window) => findings(facts, window).filter(({ met }) => met),
  sql: `${FINDINGS} WHERE ${IS_FAULT}`,
});
