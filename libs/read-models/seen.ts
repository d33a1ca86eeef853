import { seenWhere, seesEverything, type Sight } from '@huiyin/access';
import type { SelectQueryBuilder } from 'typeorm';
import type { Row } from './engine/view';

/** The views that a query reads, and the one that says who must not see a case where that has to be asked. */
export const viewsFor = (sight: Sight, views: readonly string[]): readonly string[] =>
  seesEverything(sight) || views.includes('case-list') ? views : [...views, 'case-list'];

/** The condition that a row of the case in `column` is seen; `parameter` stands for `keptFrom` of the sight. */
export function seenCase(sight: Sight, column: string, parameter: string): string {
  if (sight.of === 'nothing') return 'false';
  if (seesEverything(sight)) return 'true';
  return `EXISTS (SELECT FROM views.case_list kept WHERE kept.id = ${column} AND ${seenWhere('kept.kept_from', parameter)})`;
}

export const keptFrom = (sight: Sight): readonly string[] => (sight.of === 'nothing' ? [] : sight.keptFrom);

/** Leaves out the rows of cases that the viewer must not see; the alias of the entity is `v`. */
export function seen<Entity extends Row>(
  query: SelectQueryBuilder<Entity>,
  sight: Sight,
): SelectQueryBuilder<Entity> {
  if (seesEverything(sight)) return query;
  return query
    .andWhere(seenCase(sight, 'v.case_id', 'CAST(:keptFrom AS text[])'))
    .setParameter('keptFrom', keptFrom(sight));
}
