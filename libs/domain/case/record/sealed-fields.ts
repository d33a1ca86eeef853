import { isPersonal, isSealed } from '@huiyin/kernel';

/** Where personal values stand in the data of an event: JSON Pointers (RFC 6901). */
export function sealedFields(value: unknown, pointer = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isSealed(value) || isPersonal(value)) return [pointer];
  return Object.entries(value).flatMap(([key, inner]) =>
    sealedFields(inner, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}
