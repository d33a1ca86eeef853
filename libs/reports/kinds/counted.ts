import type { Text } from '@huiyin/policy';
import type { Cell, Column } from '../document';

/* What the sections have in common that count orders, advice and rungs. */

export const count = (value: number): Cell => ({ kind: 'count', value });

export const column = (id: string, heading: Text, definition: Text, source?: Text): Column => ({
  id,
  heading,
  definition,
  ...(source && { source }),
});

/** `第四十条` as a source. */
export const article = (zh: string, en: string): Text => ({
  zh: `《信访工作条例》${zh}`,
  en: `Regulations on Petition Work (2022), ${en}`,
});

export const TOTAL: Cell = { kind: 'text', text: { zh: '合计', en: 'Total' } };

export const summed = <Row>(rows: readonly Row[], value: (row: Row) => number): Cell =>
  count(rows.reduce((sum, row) => sum + value(row), 0));
