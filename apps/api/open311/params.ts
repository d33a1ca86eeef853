import type { FastifyRequest } from 'fastify';
import { inReach } from '@huiyin/kernel';
import { z } from 'zod';
import { Open311Error } from './errors';

/** Arguments as GeoReport has them: an empty one is the same as none. */
export interface Params {
  /** The last one given. */
  one(name: string): string | undefined;
  /** All of them, where several can be given. */
  all(name: string): readonly string[];
  /** All of them, comma-delimited ones apart; undefined when there is none. */
  list(name: string): readonly string[] | undefined;
  names(): readonly string[];
}

const UNSTORABLE = 'The arguments must be UTF-8 text without NUL characters.';

/** Of the address, then of a form-encoded body. Throws 400. */
export function paramsOf(request: FastifyRequest, body?: string): Params {
  const given = new Map<string, string[]>();
  for (const source of [new URL(request.url, 'http://api').searchParams, new URLSearchParams(body)]) {
    for (const [name, value] of source) {
      if (value.includes('\0')) throw new Open311Error(400, UNSTORABLE);
      if (value.trim() !== '') given.set(name, [...(given.get(name) ?? []), value.trim()]);
    }
  }
  const all = (name: string): readonly string[] => given.get(name) ?? [];
  return {
    one: (name) => all(name).at(-1),
    all,
    list(name) {
      const parts = all(name).flatMap((text) => text.split(',').map((part) => part.trim()));
      const values = parts.filter((part) => part !== '');
      return values.length === 0 ? undefined : values;
    },
    names: () => [...given.keys()],
  };
}

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A number as people and programs write it; undefined for anything else, `0x10` and `Infinity` too. */
export const decimalOf = (text: string): number | undefined =>
  DECIMAL.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined;

/** W3C NOTE-datetime, with seconds or without. */
const w3 = z
  .union([z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })])
  .refine(...inReach);

/** A date and time with its zone, as an instant in UTC. Throws 400. */
export function instantOf(params: Params, name: string): string | undefined {
  // An unescaped + of an offset arrives as a space.
  const given = params.one(name)?.replace(/ (?=\d\d:\d\d$)/, '+');
  if (given === undefined) return undefined;
  if (w3.safeParse(given).success) return new Date(given).toISOString();
  throw new Open311Error(400, `${name} must be a date and time with a time zone, like 2010-01-01T00:00:00Z.`);
}
