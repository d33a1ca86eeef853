import type { SelectQueryBuilder } from 'typeorm';
import type { Row } from './engine/view';

/** Adds `field = value` for each field that the request gives; the alias of the entity is `v`. */
export function equal<Entity extends Row, Field extends string>(
  query: SelectQueryBuilder<Entity>,
  fields: readonly Field[],
  request: { readonly [F in Field]?: unknown },
): SelectQueryBuilder<Entity> {
  for (const field of fields) {
    const value = request[field];
    if (value !== undefined) query.andWhere(`v.${field} = :${field}`, { [field]: value });
  }
  return query;
}
