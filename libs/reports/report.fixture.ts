import type { Cell, Column, ReportDocument, Section } from './document';

const text = (zh: string, en: string) => ({ zh, en });
const column = (id: string, zh: string, en: string): Column => ({
  id,
  heading: text(zh, en),
  definition: text(`${zh}的含义`, `what ${en} means`),
});

/** Every kind of cell once. */
export const everyCell: readonly Cell[] = [
  { kind: 'verbatim', text: '住房局', cases: '/api/v1/cases?office=housing&limit=1' },
  { kind: 'count', value: 12345 },
  { kind: 'rate', numerator: 5, denominator: 6 },
  { kind: 'rate', numerator: 0, denominator: 0 },
  { kind: 'duration', hours: 96 },
  { kind: 'score', value: 1.5, digits: 2 },
  { kind: 'suppressed', below: 10 },
  { kind: 'text', text: text('逾期', 'late') },
  { kind: 'date', date: '2026-03-02' },
  { kind: 'instant', instant: '2026-03-02T01:30:00.000Z' },
  { kind: 'none' },
];

const wide: Section = {
  id: 'wide',
  heading: text('宽表', 'A wide table'),
  paragraphs: [text('横排。', 'Laid on its side.')],
  columns: everyCell.map((_, index) => column(`c${index}`, `第${index}栏`, `Column ${index}`)),
  rows: [everyCell],
};

/** A document with a wide table, one of `rows` rows with a sum, and one without any. */
export const aReport = (rows = 1, name = '住房局'): ReportDocument => ({
  format: 1,
  id: 'monthly-circular-2026-03',
  kind: 'monthly-circular',
  title: text('三月通报', 'Circular of March'),
  period: { from: '2026-03-01', to: '2026-03-31', timeZone: 'Asia/Shanghai' },
  scope: { of: 'city' },
  computedAt: { position: 4711, instant: '2026-04-01T00:00:00.000Z' },
  policies: ['xinfang-2022@2'],
  calendars: ['china@3'],
  notes: [text('只计单位。', 'Only offices are counted.')],
  sections: [
    wide,
    {
      id: 'long',
      heading: text('长表', 'A long table'),
      paragraphs: [],
      columns: [column('office', '单位', 'Office'), column('closed', '办结', 'Closed')],
      rows: Array.from({ length: rows }, (_, index): Cell[] => [
        { kind: 'verbatim', text: `${name}${index + 1}` },
        { kind: 'count', value: index },
      ]),
      total: [
        { kind: 'text', text: text('合计', 'Total') },
        { kind: 'count', value: (rows * (rows - 1)) / 2 },
      ],
    },
    {
      id: 'empty',
      heading: text('空表', 'An empty table'),
      paragraphs: [],
      columns: [column('x', '空', 'X')],
      rows: [],
    },
  ],
});
