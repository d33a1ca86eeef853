import type { Section } from '../document';
import { article, column, count } from './counted';
import type { ReportFacts } from './facts';

const SOURCE = article('第三十九条', 'Art. 39');
const COLUMNS = [
  column('office', { zh: '单位', en: 'Office' }, { zh: '到达台阶的单位', en: 'The office that reached it' }),
  column(
    'rung',
    { zh: '台阶', en: 'Rung' },
    { zh: '规则中的台阶', en: "The rung of the policy's ladder" },
    SOURCE,
  ),
  column('at', { zh: '时间', en: 'When' }, { zh: '到达的时间', en: 'When it was reached' }),
  column(
    'faults',
    { zh: '确认的责任', en: 'Confirmed faults' },
    { zh: '规则窗口期内经确认的责任', en: "Confirmed faults within the ladder's window" },
    SOURCE,
  ),
];

/** 约谈、通报、挂牌督办、责令限期整改: who reached which rung. */
export const rungsSection = ({ rungs, names }: ReportFacts): Section => ({
  id: 'rungs',
  heading: { zh: '约谈、通报、挂牌督办、责令限期整改', en: 'Rungs of the ladder that offices reached' },
  paragraphs: [
    {
      zh: '只有经确认的责任和对单位履职的排名才使单位进入台阶；信访、来访、投诉本身从不计入。',
      en: 'Only confirmed faults, and rankings of the offices’ own duties, lead up; petitions, visits and complaints never do.',
    },
  ],
  columns: COLUMNS,
  rows: rungs.map(({ office, rung, at, faults }) => [
    { kind: 'text', text: names.of('office', office) },
    { kind: 'text', text: rung },
    { kind: 'instant', instant: at },
    count(faults),
  ]),
});
