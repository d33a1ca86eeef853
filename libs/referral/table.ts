import { EVENT_WORDS } from '@huiyin/policy/words';
import type { Instant, Text } from '@huiyin/policy';
import type { Cell, Column, Section } from '@huiyin/reports';
import type { ReferralFile } from './file';

/* The cells and columns that the sections have in common. */

export const words = (text: Text): Cell => ({ kind: 'text', text });
export const asWritten = (text: string | undefined): Cell =>
  text === undefined || text === '' ? { kind: 'none' } : { kind: 'verbatim', text };
export const when = (instant: Instant | undefined): Cell =>
  instant === undefined ? { kind: 'none' } : { kind: 'instant', instant };
/** `#12 #15` */
export const cited = (...positions: readonly number[]): Cell =>
  asWritten(positions.map((position) => `#${position}`).join(' '));

export const officeCell = ({ names }: ReferralFile, office: string): Cell => {
  const name = names[office];
  return name ? words(name) : asWritten(office);
};

/** What it is called; a type without words by its stored name. */
export const eventWords = (type: string): Text => EVENT_WORDS[type] ?? { zh: type, en: type };

export const column = (id: string, heading: Text, definition: Text = heading): Column => ({
  id,
  heading,
  definition,
});

export const POSITIONS = column(
  'positions',
  { zh: '日志位置', en: 'Log positions' },
  {
    zh: '所依据的事件，可在 bundles 中核验',
    en: 'The events that the line rests on, to be verified in bundles/',
  },
);

export const OFFICE = column('office', { zh: '单位', en: 'Office' });
export const AT = column('at', { zh: '时间', en: 'When' });

export const section = (
  id: string,
  heading: Text,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): Section => ({ id, heading, paragraphs: [], columns, rows });
