import { verifyConsistency, verifyInclusion } from '../merkle/verify';
import { BadKey, parseVerifierKey } from '../note/key';
import { BadNote, openNote } from '../note/note';
import { invalid, VALID, type Verdict } from '../verdict';
import { parseExact } from './json';

/** The line is not of the form that it should have; the message says where. */
class BadVector extends Error {}

type Fields = Readonly<Record<string, unknown>>;
const HEX = /^(?:[0-9a-fA-F]{2})*$/;
const SHOWN_CHARS_MAX = 40;

function text(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw new BadVector(`${name} is not a string`);
  return value;
}

function list(fields: Fields, name: string): unknown[] {
  // Go writes an empty list as null.
  const value = fields[name] === null ? [] : fields[name];
  if (!Array.isArray(value)) throw new BadVector(`${name} is not a list`);
  return value as unknown[];
}

function bytes(value: unknown, name: string): Buffer {
  if (typeof value !== 'string' || !HEX.test(value)) throw new BadVector(`${name} is not hex`);
  return Buffer.from(value, 'hex');
}

function size(fields: Fields, name: string): bigint {
  const value = fields[name];
  if (typeof value !== 'bigint') throw new BadVector(`${name} is not a whole number`);
  return value;
}

const hash = (fields: Fields, name: string): Buffer => bytes(fields[name], name);
const proof = (fields: Fields): Buffer[] =>
  list(fields, 'proof').map((value, at) => bytes(value, `proof[${at}]`));

function checkNote(fields: Fields): Verdict {
  const note = text(fields, 'note');
  const keys = list(fields, 'keys').map((key, at) => {
    if (typeof key !== 'string') throw new BadVector(`keys[${at}] is not a string`);
    return parseVerifierKey(key);
  });
  openNote(note, keys);
  return VALID;
}

const CHECKS: Readonly<Record<string, (fields: Fields) => Verdict>> = {
  inclusion: (fields) =>
    verifyInclusion({
      leafHash: hash(fields, 'leafHash'),
      size: size(fields, 'size'),
      index: size(fields, 'index'),
      proof: proof(fields),
      root: hash(fields, 'root'),
    }),
  consistency: (fields) =>
    verifyConsistency({
      size1: size(fields, 'size1'),
      root1: hash(fields, 'root1'),
      size2: size(fields, 'size2'),
      root2: hash(fields, 'root2'),
      proof: proof(fields),
    }),
  note: checkNote,
};

/** Judges one line: a JSON object of kind `inclusion`, `consistency` or `note`. Never throws for what stands in it. */
export function checkVector(line: string): Verdict {
  let value: unknown;
  try {
    value = parseExact(line);
  } catch {
    return invalid('the line is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return invalid('the line is not a JSON object');
  const fields = value as Fields;
  const { kind } = fields as { kind?: unknown };
  const check = typeof kind === 'string' && Object.hasOwn(CHECKS, kind) ? CHECKS[kind] : undefined;
  const shown = typeof kind === 'string' ? kind.slice(0, SHOWN_CHARS_MAX) : undefined;
  if (!check) return invalid(shown === undefined ? 'kind is missing' : `unknown kind ${shown}`);
  try {
    return check(fields);
  } catch (error) {
    if (error instanceof BadVector || error instanceof BadKey || error instanceof BadNote)
      return invalid(error.message);
    throw error;
  }
}
