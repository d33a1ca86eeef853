import type { Metric } from '../metric';
import { happened, item } from '../pure';
import { happenedIn, itemOf, itsCase } from '../sql';

export const inflow: Metric = {
  id: 'inflow',
  name: { zh: '信访量（件批次）', en: 'Inflow (cases)' },
  measure: 'count',
  unit: { zh: '件', en: 'cases' },
  definition: {
    numerator: { zh: '登记的信访件', en: 'Cases registered' },
    window: { zh: '登记时间在期内', en: 'Registered in the period' },
    exclusions: { zh: '已撤销的登记', en: 'Registrations that were struck' },
  },
  source: {
    zh: '《信访工作条例》第四十一条（年度报告：信访事项数据统计）；只作需求，不作考核',
    en: 'Regulations on Petition Work (2022), Art. 41 (yearly report); demand, never a score',
  },
  better: 'none',
  small: 'suppressed',
  items: (facts, window) => happened(facts, window, 'CaseRegistered').map(() => item(facts, facts.receiver)),
  sql: `${itemOf('e.case_id', 'c.receiver')} FROM ${happenedIn('CaseRegistered')} ${itsCase}`,
};
