import type { SUPERVISION_TRIGGERS, Text } from '@huiyin/policy';
import type { Section } from '../document';
import { article, column, count, summed, TOTAL } from './counted';
import type { ReportFacts } from './facts';

const NAMES: Readonly<Record<(typeof SUPERVISION_TRIGGERS)[number], Text>> = {
  breach: { zh: '逾期', en: 'A missed duty' },
  'passing-on': { zh: '推诿', en: 'Passing on' },
  perfunctory: { zh: '敷衍', en: 'Perfunctory handling' },
  delay: { zh: '拖延', en: 'Delay' },
  'false-result': { zh: '弄虚作假', en: 'False result' },
  'refused-opinion': { zh: '拒不执行处理意见', en: 'Opinion not carried out' },
  repeats: { zh: '反复未解决', en: 'Matter unsolved again' },
  'joint-letter': { zh: '联名反映', en: 'Joint letter' },
  instruction: { zh: '领导批示', en: 'Instruction' },
  'handed-down': { zh: '上级交办', en: 'Handed down' },
  'missed-instalment': { zh: '未按期履行', en: 'A missed instalment' },
  'major-group': { zh: '重大集体反映', en: 'A major group matter' },
};
export const triggerName = (trigger: string): Text =>
  (NAMES as Readonly<Record<string, Text>>)[trigger] ?? { zh: trigger, en: trigger };

const SOURCE = article('第四十条、第四十一条', 'Art. 40 and 41');
const COLUMNS = [
  column(
    'trigger',
    { zh: '缘由', en: 'Reason' },
    { zh: '督办的情形', en: 'What the order was given for' },
    SOURCE,
  ),
  column(
    'given',
    { zh: '督办', en: 'Orders' },
    { zh: '期内发出的督办', en: 'Orders given in the period' },
    SOURCE,
  ),
  column(
    'replied',
    { zh: '已反馈', en: 'Replied' },
    { zh: '其中至判定时刻已反馈的', en: 'Those of them that were replied to by now' },
    SOURCE,
  ),
  column(
    'solved',
    { zh: '问题已解决', en: 'Solved' },
    { zh: '其中以“已解决”办结的', en: 'Those of them that were closed as solved' },
    SOURCE,
  ),
];

/** 督办情况: by what set it off. */
export const triggersSection = ({ orders }: ReportFacts): Section => ({
  id: 'supervision',
  heading: { zh: '督办情况', en: 'Supervision orders by reason' },
  paragraphs: [],
  columns: COLUMNS,
  rows: orders.map(({ trigger, given, replied, solved }) => [
    { kind: 'text', text: triggerName(trigger) },
    count(given),
    count(replied),
    count(solved),
  ]),
  ...(orders.length > 0 && {
    total: [
      TOTAL,
      summed(orders, ({ given }) => given),
      summed(orders, ({ replied }) => replied),
      summed(orders, ({ solved }) => solved),
    ],
  }),
});
