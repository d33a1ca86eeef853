import type { RawEvent } from '../log/event';
import { recordOf } from '../log/leaf';
import { createPlaces, tagOf, type Leaves, type Place } from './leaves';

/** What was done to the first event that is not as it was signed. */
export type Damage =
  | 'edited'
  | 'deleted'
  | 'inserted'
  | 're-ordered'
  | 'cut from the tail'
  | `moved to ${string}`
  | 'moved here from another case';

/** The first place where the events are not those of the leaves. */
export interface Mismatch {
  position: number;
  /** What stands there; nothing where an event is missing. */
  event: RawEvent | undefined;
  /** An event that the leaves do not have there. */
  extra: boolean;
  /** The next position that should have been found, for an extra event. */
  next: number | undefined;
}

const equals = (a: Buffer, b: Buffer | undefined): boolean => b !== undefined && a.compare(b) === 0;

/** Compares events, in the order of the bundle, with the positions that the leaves give them. */
export async function firstMismatch(
  events: AsyncIterable<RawEvent>,
  leaves: Leaves,
  stream: string | undefined,
): Promise<Mismatch | undefined> {
  const places = createPlaces(leaves);
  const expected = stream === undefined ? every(leaves) : leaves.positionsOf(tagOf(stream)).values();
  let next = expected.next();
  for await (const event of events) {
    const { position } = event;
    const due = next.done ? undefined : next.value;
    if (due === undefined || position < due) return { position, event, extra: true, next: due };
    if (position > due) return { position: due, event: undefined, extra: false, next: due };
    const { revision, previous } = places(position);
    if (event.revision !== revision || !equals(recordOf(event, previous), leaves.record(position)))
      return { position, event, extra: false, next: due };
    next = expected.next();
  }
  return next.done ? undefined : { position: next.value, event: undefined, extra: false, next: next.value };
}

function* every({ from, size }: Leaves): Generator<number> {
  for (let position = from + 1; position <= size; position += 1) yield position;
}

/** The place of each position of a stream. */
function placesOf(leaves: Leaves, tag: string): Map<number, Place> {
  const places = createPlaces(leaves);
  return new Map(leaves.positionsOf(tag).map((position) => [position, places(position)]));
}

/** Whether the event is the one that was signed at a position, under whatever number it stands now. */
function isOriginal(event: RawEvent, position: number, leaves: Leaves, place: Place | undefined): boolean {
  if (!place || leaves.tag(position) !== tagOf(event.stream)) return false;
  const signed = { ...event, position, revision: place.revision };
  return equals(recordOf(signed, place.previous), leaves.record(position));
}

/** Says what was done at a mismatch; reads the events once more. */
export async function classify(
  { position, event, extra, next }: Mismatch,
  events: AsyncIterable<RawEvent>,
  leaves: Leaves,
): Promise<Damage> {
  const wanted = extra ? next : position;
  const place = wanted === undefined ? undefined : placesOf(leaves, leaves.tag(wanted)!).get(wanted);
  const missing = event === undefined;
  const streams = new Set<string>();
  let original: RawEvent | undefined;
  let isLast = true;
  for await (const other of events) {
    streams.add(other.stream);
    if (wanted !== undefined && other.position > wanted) isLast = false;
    // What is missing at its turn may stand further on under its own number.
    const movable = wanted !== undefined && (missing || other.position !== wanted);
    if (movable && isOriginal(other, wanted, leaves, place)) original ??= other;
  }
  if (extra) return extraDamage(event!, original, leaves);
  if (!event) return missingDamage(original, isLast);
  if (original) return signedElsewhere(event, leaves) ? 're-ordered' : 'inserted';
  if (signedElsewhere(event, leaves)) return 'deleted';
  const from = [...streams].find((stream) => isOriginal({ ...event, stream }, position, leaves, place));
  return from === undefined || from === event.stream ? 'edited' : `moved to ${event.stream}`;
}

function extraDamage(event: RawEvent, original: RawEvent | undefined, leaves: Leaves): Damage {
  const tag = leaves.tag(event.position);
  const elsewhere = tag !== undefined && tag !== tagOf(event.stream);
  return elsewhere && !original ? 'moved here from another case' : 'inserted';
}

const missingDamage = (original: RawEvent | undefined, isLast: boolean): Damage => {
  if (original) return 're-ordered';
  return isLast ? 'cut from the tail' : 'deleted';
};

/** Whether the event was signed at some position other than its own. */
function signedElsewhere(event: RawEvent, leaves: Leaves): boolean {
  for (const [position, place] of placesOf(leaves, tagOf(event.stream)))
    if (position !== event.position && isOriginal(event, position, leaves, place)) return true;
  return false;
}

/** The place of a position in its stream, for who is told about it. */
export const revisionAt = (position: number, leaves: Leaves): number | undefined =>
  placesOf(leaves, leaves.tag(position) ?? '').get(position)?.revision;
