import type { DutyRule, Text } from '../pack';
import { stepsInDays } from './steps';

/*
 * What is owed outside of cases: relief from a fund, items of a ledger, the yearly assessment. Periods are local settings.
 * What is missed about a case is supervised and reviewed on that case; an item without a case, and an assessment, end in
 * the breach, which whoever oversees the office, or the level above it, is told of.
 */

const relief = (what: Text): Text => ({
  zh: `《信访工作条例》第三十七条；${what.zh}为本地设定`,
  en: `Regulations on Petition Work (2022), Art. 37; ${what.en} is a local setting`,
});
const practice = (what: Text): Text => ({
  zh: `台账·销号；${what.zh}为本地设定`,
  en: `Ledger and cancel-off; ${what.en} is a local setting`,
});
const yearly = (what: Text): Text => ({
  zh: `《信访工作条例》第三十九条；${what.zh}为本地设定`,
  en: `Regulations on Petition Work (2022), Art. 39; ${what.en} is a local setting`,
});
/** Days after the due time. */
const ESCALATES = { supervise: 3, review: 10 } as const;
const keeper = { role: 'petition-department' } as const;

export const accountDuties: readonly DutyRule[] = [
  {
    id: 'decide-relief',
    name: { zh: '审批救助申请', en: 'Decide on a request for relief' },
    source: relief({ zh: '10个工作日', en: '10 working days' }),
    kind: 'duty',
    raisedBy: [{ event: 'ReliefRequested' }],
    each: { key: 'request' },
    owner: keeper,
    overseer: keeper,
    period: { unit: 'working-days', amount: 10 },
    dischargedBy: [{ event: 'ReliefApproved' }, { event: 'ReliefRefused' }],
    escalation: stepsInDays({ remind: 2, ...ESCALATES }),
  },
  {
    id: 'pay-relief',
    name: { zh: '发放救助资金', en: 'Pay the relief out' },
    source: relief({ zh: '5个工作日', en: '5 working days' }),
    kind: 'duty',
    raisedBy: [{ event: 'ReliefApproved' }],
    each: { key: 'request' },
    owner: keeper,
    overseer: keeper,
    period: { unit: 'working-days', amount: 5 },
    dischargedBy: [{ event: 'ReliefPaid' }],
    escalation: stepsInDays({ remind: 1, ...ESCALATES }),
  },
  {
    id: 'ledger-item',
    name: { zh: '办结台账事项', en: 'Report that an item of the ledger is done' },
    source: practice({ zh: '以台账载明的日期为准', en: 'the day that the ledger names' }),
    kind: 'duty',
    raisedBy: [{ event: 'ItemAdded' }, { event: 'ItemReopened' }],
    each: { key: 'item' },
    owner: { field: 'owner' },
    overseer: keeper,
    period: { until: 'dueOn' },
    dischargedBy: [{ event: 'ItemReported' }],
    cancelledBy: [{ event: 'ItemCancelledOff' }],
    escalation: stepsInDays({ remind: 3, ...ESCALATES }),
  },
  {
    id: 'cancel-off',
    name: { zh: '核实销号', en: 'Cancel the item off, or open it again' },
    source: practice({ zh: '5个工作日', en: '5 working days' }),
    kind: 'duty',
    raisedBy: [{ event: 'ItemReported' }],
    each: { key: 'item' },
    owner: keeper,
    overseer: keeper,
    period: { unit: 'working-days', amount: 5 },
    dischargedBy: [{ event: 'ItemCancelledOff' }, { event: 'ItemReopened' }],
    escalation: stepsInDays({ remind: 1, ...ESCALATES }),
  },
  {
    id: 'assess-office',
    name: { zh: '完成年度考核', en: 'Assess the office for the year' },
    source: yearly({ zh: '年度结束后90日', en: '90 days after the year' }),
    kind: 'duty',
    raisedBy: [{ event: 'AssessmentOpened' }],
    each: { list: 'offices', key: 'assessed' },
    owner: { field: 'by' },
    overseer: { field: 'by' },
    startsFrom: 'yearEndsAt',
    period: { unit: 'days', amount: 90 },
    dischargedBy: [{ event: 'OfficeAssessed' }],
    escalation: stepsInDays({ remind: 15 }),
  },
  {
    id: 'open-assessment',
    name: { zh: '启动下一年度考核', en: 'Open the assessment of the next year' },
    source: yearly({ zh: '年度结束后30日', en: '30 days after the year' }),
    kind: 'duty',
    raisedBy: [{ event: 'AssessmentOpened' }],
    owner: { field: 'by' },
    overseer: { field: 'by' },
    startsFrom: 'yearEndsAt',
    period: { unit: 'days', amount: 30 },
    dischargedBy: [{ event: 'AssessmentOpened' }],
    escalation: stepsInDays({ remind: 7 }),
  },
];
