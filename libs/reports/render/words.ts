import type { Text } from '@huiyin/policy';

/** What the renderers say of themselves; everything else is in the document. */
export const WORDS = {
  period: { zh: '统计期间', en: 'Period' },
  to: { zh: '至', en: 'to' },
  scope: { zh: '范围', en: 'Scope' },
  city: { zh: '全市', en: 'The whole city' },
  position: { zh: '日志位置', en: 'Log position' },
  judgedAt: { zh: '判定时刻', en: 'Judged at' },
  policies: { zh: '规则版本', en: 'Policy versions' },
  calendars: { zh: '日历版本', en: 'Calendar versions' },
  unused: { zh: '无', en: 'None' },
  notes: { zh: '说明', en: 'Notes' },
  definitions: { zh: '指标说明', en: 'Definitions' },
  source: { zh: '依据', en: 'Source' },
  total: { zh: '合计', en: 'Total' },
  noRows: { zh: '本期没有。', en: 'None in this period.' },
  nothing: { zh: '不适用', en: 'Does not apply' },
  ofNone: { zh: '分母为零', en: 'Of none' },
  page: { zh: '第', en: 'Page' },
  ofPages: { zh: '页，共', en: 'of' },
  pages: { zh: '页', en: '' },
} as const satisfies Record<string, Text>;

/** The head of each field of the CSV. */
export const CSV_WORDS = {
  report: { zh: '报表', en: 'report' },
  position: { zh: '日志位置', en: 'log_position' },
  section: { zh: '部分', en: 'section' },
  row: { zh: '行', en: 'row' },
  label: { zh: '名称', en: 'label' },
  column: { zh: '栏', en: 'column' },
  value: { zh: '值', en: 'value' },
  numerator: { zh: '分子', en: 'numerator' },
  denominator: { zh: '分母', en: 'denominator' },
  definition: { zh: '指标说明', en: 'definition' },
} as const satisfies Record<string, Text>;
