import { FAILING, TIMES, defineMetric } from '../define';
import { happened, item } from '../pure';
import { happenedIn, itemOf } from '../sql';

export const confirmedFaults = defineMetric({
  id: 'confirmed-faults',
  name: { zh: '确认的责任', en: 'Confirmed faults' },
  measure: 'count',
  unit: TIMES,
  numerator: { zh: '确认该单位有责任的认定', en: 'Findings that confirm a fault of the office' },
  window: { zh: '确认时间在期内', en: 'Confirmed in the period' },
  source: { zh: '《信访工作条例》第四十二、四十三条', en: 'Regulations on Petition Work (2022), Art. 42–43' },
  ...FAILING,
  items: (facts, window) =>
    happened(facts, window, 'FindingConfirmed')
      .filter(({ data }) => data.finding.outcome === 'fault')
      .map(({ data }) => item(facts, data.office)),
  sql: `${itemOf('e.case_id', `e.summary ->> 'office'`)} FROM ${happenedIn('FindingConfirmed')}
    WHERE e.summary -> 'finding' ->> 'outcome' = 'fault'`,
});
