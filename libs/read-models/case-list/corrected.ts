import type { CaseEvents } from '@huiyin/domain';
import { searchable } from './search-text';
import type { CaseRow } from './table';

type Correction = CaseEvents['RecordCorrected'];

/** What a correction of the registration changes in the row; what was corrected is found by the new words too. */
export function corrected(row: CaseRow, { type, field, after }: Correction): Partial<CaseRow> {
  if (type !== 'CaseRegistered' || typeof after === 'object' || !isColumn(field)) return {};
  const changed = { ...row, [field]: after };
  if (!isSearched(field)) return { [field]: after };
  const { searchText, grams } = searchable(changed);
  // The first claim is not in a column: what was found by it still is.
  return {
    [field]: after,
    searchText: `${searchText} ${row.searchText}`,
    grams: [...new Set([...grams, ...row.grams])],
  };
}

const COLUMNS = [
  'channel',
  'category',
  'title',
  'place',
  'longitude',
  'latitude',
  'kind',
  'persons',
  'externalId',
];
const SEARCHED = ['category', 'title', 'place', 'externalId'];

const isColumn = (field: string): boolean => COLUMNS.includes(field);
const isSearched = (field: string): boolean => SEARCHED.includes(field);
