import type { Text } from '@huiyin/policy';
import type { Section } from '../document';
import { article, column, count, summed, TOTAL } from './counted';
import type { AdviceOfKind, ReportFacts } from './facts';

const NAMES: Readonly<Record<string, Text>> = {
  'improve-work': { zh: '改进工作', en: 'Improve work' },
  'improve-policy': { zh: '完善政策', en: 'Improve policy' },
  'pursue-responsibility': { zh: '追究责任', en: 'Pursue responsibility' },
};

const SOURCE = article('第四十条、第四十一条', 'Art. 40 and 41');
const COUNTS: readonly { id: Exclude<keyof AdviceOfKind, 'kind'>; heading: Text; definition: Text }[] = [
  {
    id: 'given',
    heading: { zh: '提出', en: 'Given' },
    definition: { zh: '期内提出的建议', en: 'Advice given in the period' },
  },
  {
    id: 'adopted',
    heading: { zh: '采纳', en: 'Adopted' },
    definition: { zh: '其中被采纳的', en: 'That of it which was adopted' },
  },
  {
    id: 'partly',
    heading: { zh: '部分采纳', en: 'Partly' },
    definition: { zh: '其中被部分采纳的', en: 'That of it which was adopted in part' },
  },
  {
    id: 'refused',
    heading: { zh: '未采纳', en: 'Refused' },
    definition: { zh: '其中未采纳、已说明理由或应说明理由的', en: 'That of it which was refused' },
  },
];

/** 三项建议: given and adopted. */
export const adviceSection = ({ advice }: ReportFacts): Section => ({
  id: 'advice',
  heading: { zh: '三项建议及采纳情况', en: 'Advice given and adopted' },
  paragraphs: [],
  columns: [
    column('kind', { zh: '建议', en: 'Advice' }, { zh: '建议的种类', en: 'Its kind' }, SOURCE),
    ...COUNTS.map(({ id, heading, definition }) => column(id, heading, definition, SOURCE)),
  ],
  rows: advice.map((row) => [
    { kind: 'text', text: NAMES[row.kind] ?? { zh: row.kind, en: row.kind } },
    ...COUNTS.map(({ id }) => count(row[id])),
  ]),
  ...(advice.length > 0 && { total: [TOTAL, ...COUNTS.map(({ id }) => summed(advice, (row) => row[id]))] }),
});
