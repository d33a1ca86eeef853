import { isPersonal, isSealed, type Personal, type Sealed } from '@huiyin/kernel';
import { NotWritable } from './errors';

/** Deeper data is refused: nothing that a clerk enters is nested like this. */
export const DEPTH_MAX = 32;

/** Every Personal in the value, in no promised order. */
export const personalsIn = (value: unknown): Personal[] => collect(value, isPersonal);

/** Every Sealed in the value, in no promised order. */
export const sealedIn = (value: unknown): Sealed[] => collect(value, isSealed);

/** Where a personal value stands: the keys that lead to it. */
export interface Place {
  node: Personal;
  keys: readonly string[];
}

/** Every Personal with its place. Throws `NotWritable` for a value that is sealed already. */
export function personalPlaces(value: unknown): Place[] {
  const places: Place[] = [];
  const search = (node: unknown, keys: readonly string[]): void => {
    if (typeof node !== 'object' || node === null) return;
    if (keys.length > DEPTH_MAX) throw new NotWritable(`data is nested deeper than ${DEPTH_MAX}`);
    if (isSealed(node))
      throw new NotWritable('a sealed value opens only in the event that it was sealed for');
    if (isPersonal(node)) {
      places.push({ node, keys });
      return;
    }
    for (const key of Object.keys(node)) {
      const child = (node as Record<string, unknown>)[key];
      if (typeof child === 'object' && child !== null) search(child, [...keys, key]);
    }
  };
  search(value, []);
  return places;
}

/** RFC 6901. */
export const pointerOf = (keys: readonly string[]): string => keys.map((key) => `/${escaped(key)}`).join('');

/** The same value with other nodes at these places; what holds none of them is shared, not copied. */
export function withNodesAt(
  value: unknown,
  places: readonly { keys: readonly string[]; node: unknown }[],
): unknown {
  const copies = new Map<unknown, Record<string, unknown>>();
  const copyOf = (part: unknown): Record<string, unknown> => {
    let copy = copies.get(part);
    if (!copy)
      copies.set(
        part,
        (copy = (Array.isArray(part) ? [...(part as unknown[])] : { ...(part as object) }) as Record<
          string,
          unknown
        >),
      );
    return copy;
  };
  for (const { keys, node } of places) {
    if (keys.length === 0) return node;
    let from = value as Record<string, unknown>;
    for (const key of keys.slice(0, -1)) {
      const child = from[key];
      copyOf(from)[key] = copyOf(child);
      from = child as Record<string, unknown>;
    }
    copyOf(from)[keys.at(-1)!] = node;
  }
  return places.length > 0 ? copyOf(value) : value;
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
    if (typeof child !== 'object' || child === null) continue;
    const changed = replaceNodes(child, replace, `${pointer}/${escaped(key)}`, depth + 1);
    if (changed === child) continue;
    after ??= (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string, unknown>;
    after[key] = changed;
  }
  return after ?? value;
}

const escaped = (key: string): string =>
  key.includes('~') || key.includes('/') ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
