import { DEMAND, PERSONS, defineMetric } from '../define';
import { happened, item } from '../pure';
import { happenedIn, itemOf, itsCase } from '../sql';

export const inflowPersons = defineMetric({
  id: 'inflow-persons',
  name: { zh: '信访量（人次）', en: 'Inflow (persons)' },
  measure: 'sum',
  unit: PERSONS,
  numerator: { zh: '登记的信访件所涉人数', en: 'Persons behind the cases registered' },
  window: { zh: '登记时间在期内', en: 'Registered in the period' },
  source: {
    zh: '渠道各按其单位统计：来访分批次、人次',
    en: 'Practice: every channel in its own unit; visits in batches and in persons',
  },
  ...DEMAND,
  items: (facts, window) =>
    happened(facts, window, 'CaseRegistered').map(() => item(facts, facts.receiver, true, facts.persons)),
  sql: `${itemOf('e.case_id', 'c.receiver', 'true', 'c.persons::float8')} FROM ${happenedIn('CaseRegistered')} ${itsCase}`,
});
