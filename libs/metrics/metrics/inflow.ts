import { CASES, DEMAND, defineMetric } from '../define';
import { happened, item } from '../pure';
import { happenedIn, itemOf, itsCase } from '../sql';

export const inflow = defineMetric({
  id: 'inflow',
  name: { zh: '信访量（件批次）', en: 'Inflow (cases)' },
  measure: 'count',
  unit: CASES,
  numerator: { zh: '登记的信访件', en: 'Cases registered' },
  window: { zh: '登记时间在期内', en: 'Registered in the period' },
  source: {
    zh: '《信访工作条例》第四十一条（年度报告：信访事项的数据情况）；只反映需求',
    en: 'Regulations on Petition Work (2022), Art. 41 (yearly report); demand only',
  },
  ...DEMAND,
  items: (facts, window) => happened(facts, window, 'CaseRegistered').map(() => item(facts, facts.receiver)),
  sql: `${itemOf('e.case_id', 'c.receiver')} FROM ${happenedIn('CaseRegistered')} ${itsCase}`,
});
