import type { Text } from '@huiyin/policy';
import type { Cell, Column } from '@huiyin/reports';
import type { Office } from '../material';

export const text = (zh: string, en: string): Text => ({ zh, en });

export const textCell = (words: Text): Cell => ({ kind: 'text', text: words });
export const countCell = (value: number): Cell => ({ kind: 'count', value });

/** By code unit: the same on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Names of offices; one that the directory does not know is called by its id. */
export function namesOf(offices: readonly Office[]): (office: string) => Text {
  const names = new Map(offices.map(({ id, name }) => [id, name]));
  return (office) => names.get(office) ?? text(office, office);
}

/** Without it a published sum would tell an accused office of the accusation (Art. 30). */
export const KEPT_OUT: Text = text(
  '依法对有关单位保密的信访件（检举控告、回避）不计入本文件。',
  'Cases that are kept from an office (accusations, recusals) are left out of this document.',
);

export const OFFICE_COLUMN: Column = {
  id: 'office',
  heading: text('单位', 'Office'),
  definition: text(
    '职责所在的单位，不含其下级单位',
    'The office that owes the duties, without those below it',
  ),
};
