import type { Sight } from './sight';

/**
 * `maySee` as a condition on a column that holds what a case is kept from (`text[]`). A case that is not there, or not
 * yet, is not seen. `parameter` stands for `keptFrom` of the sight, for example `$3::text[]`.
 */
export const seenWhere = (column: string, parameter: string): string =>
  `coalesce(NOT ${column} && ${parameter}, false)`;

/** Everything is seen, so that nothing has to be asked of the database. */
export const seesEverything = (sight: Sight): boolean =>
  sight.of === 'all-but' && sight.keptFrom.length === 0;
