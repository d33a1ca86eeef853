import { createReadStream } from 'node:fs';
import type { RawEvent } from '../log/event';
import { RECORD_BYTES } from '../log/leaf';
import { fromBase64 } from '../note/base64';
import { readLines } from '../vector/lines';
import { BadBundle, BUNDLE, BUNDLE_VERSION, VERIFY_EXIT, type Header } from './format';

const LINE_BYTES_MAX = 64 * 1_048_576;

const HASH_HEX = /^[0-9a-fA-F]{64}$/;

type Fields = Record<string, unknown>;

/** Everything but the events. */
export interface Opened {
  header: Header;
  key: string;
  checkpoint: string;
  closed: string[];
  handovers: string[];
  from: number;
  prefix: Buffer[];
  leaves: Buffer[];
  events: number;
}

const truncated = (line: number): BadBundle =>
  new BadBundle(VERIFY_EXIT.truncated, `the bundle is truncated or damaged at line ${line}`);

async function* lines(file: string): AsyncGenerator<{ number: number; fields: Fields }> {
  let number = 0;
  for await (const line of readLines(createReadStream(file), LINE_BYTES_MAX)) {
    number += 1;
    yield { number, fields: parse('text' in line ? line.text : '', number) };
  }
  if (number === 0) throw notABundle();
}

const notABundle = (): BadBundle =>
  new BadBundle(VERIFY_EXIT.notABundle, 'this is not a Huiyin audit bundle');

function parse(text: string, number: number): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw number === 1 ? notABundle() : truncated(number);
}

function headerOf(fields: Fields): Header {
  const { bundle, version, scope, stream, origin } = fields as Partial<Record<keyof Header, unknown>>;
  if (bundle !== BUNDLE || typeof version !== 'number') throw notABundle();
  if (version > BUNDLE_VERSION)
    throw new BadBundle(
      VERIFY_EXIT.newerFormat,
      `the bundle is of format ${version}, this verifier knows ${BUNDLE_VERSION}: get a newer one`,
    );
  const named = scope === 'all' ? stream === undefined : scope === 'case' && typeof stream === 'string';
  if (!named || typeof origin !== 'string') throw truncated(1);
  return fields as unknown as Header;
}

const EVENT_TEXTS = [
  'id',
  'stream',
  'type',
  'occurredAt',
  'recordedAt',
  'commandId',
  'commandEvents',
  'data',
  'meta',
] as const;

/** A lone surrogate would be hashed as the replacement character, that is as another text. */
const isText = (value: unknown): boolean => typeof value === 'string' && value.isWellFormed();

function isEvent(value: unknown): value is RawEvent {
  const event = (value ?? {}) as Fields;
  const numbers = [event['position'], event['revision'], event['version']];
  return numbers.every(Number.isSafeInteger) && EVENT_TEXTS.every((name) => isText(event[name]));
}

/** Rejects with BadBundle for a file that is none, is cut short, or is of a newer format. */
export async function openBundle(file: string): Promise<Opened> {
  const opened = { closed: [], handovers: [], leaves: [], events: 0 } as unknown as Opened;
  let ended: { leaves: number; events: number } | undefined;
  let last = 0;
  for await (const { number, fields } of lines(file)) {
    last = number;
    if (ended) throw truncated(number);
    if (number === 1) opened.header = headerOf(fields);
    else if ('end' in fields) ended = fields['end'] as typeof ended;
    else if (!take(opened, fields)) throw truncated(number);
  }
  const leaves = opened.leaves.reduce((sum, piece) => sum + piece.length, 0) / RECORD_BYTES;
  const whole = opened.key && opened.checkpoint && opened.prefix;
  if (!whole || ended?.leaves !== leaves || ended.events !== opened.events) throw truncated(last + 1);
  return opened;
}

function take(opened: Opened, fields: Fields): boolean {
  if ('event' in fields) {
    opened.events += 1;
    return isEvent(fields['event']);
  }
  if ('leaves' in fields) {
    const bytes = fromBase64(String(fields['leaves']));
    if (!bytes || bytes.length % RECORD_BYTES !== 0) return false;
    opened.leaves.push(bytes);
    return true;
  }
  if ('tree' in fields) return takeTree(opened, (fields['tree'] ?? {}) as Fields);
  for (const name of ['closed', 'handovers'] as const)
    if (name in fields) opened[name] = Array.isArray(fields[name]) ? fields[name].map(String) : [];
  for (const name of ['key', 'checkpoint'] as const) {
    const text = name in fields ? fields[name] : '';
    if (typeof text !== 'string') return false;
    if (text !== '') opened[name] = text;
  }
  return true;
}

function takeTree(opened: Opened, { from, prefix }: Fields): boolean {
  if (!Number.isSafeInteger(from) || (from as number) < 0 || !Array.isArray(prefix)) return false;
  const hashes = prefix.map(String);
  if (!hashes.every((hash) => HASH_HEX.test(hash))) return false;
  opened.from = from as number;
  opened.prefix = hashes.map((hash) => Buffer.from(hash, 'hex'));
  return true;
}

/** The events of a bundle that opened, in their order. */
export async function* eventsOf(file: string): AsyncGenerator<RawEvent> {
  for await (const { fields } of lines(file)) if ('event' in fields) yield fields['event'] as RawEvent;
}
