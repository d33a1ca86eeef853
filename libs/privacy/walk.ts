import { isPersonal, isSealed, type Personal, type Sealed } from '@huiyin/kernel';
import { NotWritable } from './errors';

/** Deeper data is refused: nothing that a clerk enters is nested like this. */
export const DEPTH_MAX = 32;

/** Every Personal in the value, in no promised order. */
export const personalsIn = (value: unknown): Personal[] => collect(value, isPersonal);

/** Every Sealed in the value, in no promised order. */
export const sealedIn = (value: unknown): Sealed[] => collect(value, isSealed);

/** Both at once: everything personal in the value, and whether any of it is sealed already. */
export function personalAndSealedIn(value: unknown): { personals: Personal[]; sealed: boolean } {
  const personals: Personal[] = [];
  let sealed = false;
  visit(value, 0, (node) => {
    if (isPersonal(node)) personals.push(node);
    else if (isSealed(node)) sealed = true;
    else return false;
    return true;
  });
  return { personals, sealed };
}

/** Throws `NotWritable` when the value still holds personal text that was not sealed. */
export function assertNothingPersonal(value: unknown): void {
  if (personalsIn(value).length > 0) throw new NotWritable('personal text was about to be written unsealed');
}

function collect<T>(value: unknown, wanted: (value: unknown) => value is T): T[] {
  const found: T[] = [];
  visit(value, 0, (node) => {
    if (!wanted(node)) return false;
    found.push(node);
    return true;
  });
  return found;
}

/** Calls `at` on every object and array, outside in; true from it means not to look inside. */
function visit(value: unknown, depth: number, at: (node: object) => boolean): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > DEPTH_MAX) throw new NotWritable(`data is nested deeper than ${DEPTH_MAX}`);
  if (at(value)) return;
  if (Array.isArray(value)) for (const item of value) visit(item, depth + 1, at);
  else for (const key in value) visit((value as Record<string, unknown>)[key], depth + 1, at);
}

/**
 * The same value with some nodes replaced; what holds none of them is shared, not copied. `replace` gets each object
 * with its JSON Pointer and answers undefined to look inside it.
 */
export function replaceNodes(
  value: unknown,
  replace: (node: object, pointer: string) => unknown,
  pointer = '',
  depth = 0,
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEPTH_MAX) throw new NotWritable(`data is nested deeper than ${DEPTH_MAX}`);
  const replaced = replace(value, pointer);
  if (replaced !== undefined) return replaced;
  const before = value as Record<string, unknown>;
  let after: Record<string, unknown> | undefined;
  for (const key in before) {
    const child = before[key];
    const changed = replaceNodes(child, replace, `${pointer}/${escaped(key)}`, depth + 1);
    if (changed === child) continue;
    after ??= (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string, unknown>;
    after[key] = changed;
  }
  return after ?? value;
}

/** RFC 6901. */
const escaped = (key: string): string =>
  key.includes('~') || key.includes('/') ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
