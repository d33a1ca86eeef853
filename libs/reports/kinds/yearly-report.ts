import { findMetric, METRICS, type Metric } from '@huiyin/metrics';
import type { Text } from '@huiyin/policy';
import { NOTES } from './notes';
import type { Part, Plan } from './plan';

const NOT_A_SCORE: Text = {
  zh: '数量只说明群众反映集中在哪里，不作为对单位或个人的考核。',
  en: 'The numbers say where matters gather; they are no score of an office and of nobody.',
};
const OFFICES_MAX = 20;

const named = (...ids: readonly string[]): readonly Metric[] =>
  ids.map((id) => {
    const metric = findMetric(id);
    if (!metric) throw new Error(`no metric ${id}`);
    return metric;
  });

const ASSESSED: readonly string[] = [
  'duties-on-time',
  'on-time-acceptance',
  'on-time-answer',
  'supervision-feedback',
  'promises-kept',
  'confirmed-faults',
];

/** Art. 41 (1) */
const STATISTICS: readonly Part[] = [
  {
    shape: 'key-figures',
    id: 'statistics',
    heading: { zh: '一、信访事项数据统计', en: '1. Statistics' },
    paragraphs: [],
    metrics: METRICS,
  },
  {
    shape: 'parts',
    id: 'channels',
    heading: { zh: '（一）按渠道', en: '1.1 By channel' },
    paragraphs: [NOT_A_SCORE],
    by: 'channel',
    order: 'most',
    metrics: named('inflow'),
  },
  {
    shape: 'parts',
    id: 'fields',
    heading: { zh: '（二）涉及领域', en: '1.2 Fields' },
    paragraphs: [NOT_A_SCORE],
    by: 'category',
    order: 'most',
    metrics: named('inflow', 'backlog'),
  },
  {
    shape: 'parts',
    id: 'areas',
    heading: { zh: '（三）按地区', en: '1.3 By area' },
    paragraphs: [NOT_A_SCORE],
    by: 'area',
    order: 'most',
    metrics: named('inflow', 'backlog'),
  },
  {
    shape: 'parts',
    id: 'complained-of',
    heading: { zh: '（四）被投诉较多的机关、单位', en: '1.4 Offices most complained of' },
    paragraphs: [NOT_A_SCORE],
    by: 'office',
    own: true,
    order: 'most',
    rows_max: OFFICES_MAX,
    metrics: named('sent-to-office'),
  },
];

/** Art. 41 (2) and (3) */
const WORK: readonly Part[] = [
  {
    shape: 'parts',
    id: 'sending',
    heading: { zh: '二、转送、交办、督办情况', en: '2. Referral, assignment and supervision' },
    paragraphs: [],
    by: 'office',
    own: true,
    order: 'key',
    metrics: named('referred', 'assigned', 'supervised'),
  },
  { shape: 'supervision-triggers' },
  { shape: 'advice' },
];

/** Art. 39 */
const ASSESSMENT: readonly Part[] = [
  {
    shape: 'parts',
    id: 'assessment',
    heading: {
      zh: '四、年度考核参考：单位履职',
      en: "4. For the yearly assessment: the offices' own duties",
    },
    paragraphs: [
      {
        zh: '只列单位自身应尽的职责（第三十九条）。',
        en: 'Only what the offices themselves owe (Art. 39).',
      },
    ],
    by: 'office',
    order: 'key',
    metrics: METRICS.filter(({ id }) => ASSESSED.includes(id)),
  },
  { shape: 'rungs' },
];

/** 年度报告 (Art. 41), with what the yearly assessment of Art. 39 needs. */
export const yearlyReport = (year: number, timeZone: string, office?: string): Plan => ({
  request: { kind: 'yearly-report', year, office },
  title: { zh: `${year}年信访工作年度报告`, en: `Yearly report on petition work ${year}` },
  period: { from: `${year}-01-01`, to: `${year}-12-31`, timeZone },
  before: { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` },
  notes: NOTES,
  parts: [...STATISTICS, ...WORK, ...ASSESSMENT],
});
