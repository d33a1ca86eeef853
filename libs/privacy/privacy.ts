import { isSealed, isUuid, type Personal, type Sealed } from '@huiyin/kernel';
import { createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
import { openBytes, sealBytes } from './bytes';
import { decrypt, encrypt } from './cipher';
import { DERIVED, withKeptDerivations } from './derived-keys';
import { NotWritable, SealBroken, WrongMasterKey } from './errors';
import type { KeyStore } from './key-store';
import { lookupToken, type LookupKind } from './lookup';
import { checkValue, type MasterKey } from './master-key';
import { queryCodes, type QueryCodes } from './query-code';
import { subjectKeys, type SubjectKeys } from './subject-keys';
import { personalPlaces, pointerOf, replaceNodes, sealedIn, withNodesAt } from './walk';

export interface SealableEvent {
  /** UUID. */
  readonly id: string;
  readonly stream: string;
  readonly data: unknown;
}

export type Opened = { status: 'open'; text: string } | { status: 'erased' };

/** The same shape, with what can be read, or `erased`, in place of what was sealed. */
export type OpenedIn<T> = T extends Personal | Sealed
  ? Opened
  : T extends object
    ? { [Key in keyof T]: OpenedIn<T[Key]> }
    : T;

/** Everything rejects with `KeyServiceUnavailable` or `WrongMasterKey` when keys cannot be had; that is never `erased`. */
export interface Privacy {
  /**
   * The same event with every Personal sealed for its place in it. Rejects with `SubjectErased`, and with `NotWritable`
   * for a Sealed that was copied from another event: it could never be opened here.
   */
  sealEvent<E extends SealableEvent>(event: E): Promise<E>;
  sealEvents<E extends Omit<SealableEvent, 'stream'>>(stream: string, events: readonly E[]): Promise<E[]>;
  /** Rejects with `SealBroken` for what was altered or moved, `SubjectKeyMissing` for a key that was lost. */
  openEvent<E extends SealableEvent>(event: E): Promise<Omit<E, 'data'> & { data: OpenedIn<E['data']> }>;
  /** One value, away from its event: give the stream and the id of the event that it was sealed in. */
  open(value: Sealed, from: { stream: string; id: string }): Promise<Opened>;
  /** A file, sealed for the place that it is kept at. Rejects with `SubjectErased`. */
  sealBytes(subject: string, plain: Buffer, place: string): Promise<Buffer>;
  /** Rejects with `SealBroken` for what was altered or moved, `SubjectKeyMissing` for a key that was lost. */
  openBytes(subject: string, sealed: Buffer, place: string): Promise<Buffer | 'erased'>;
  readonly queryCodes: QueryCodes;
  /** Somebody not known before, as a UUID: their key is kept already. */
  newSubject(): Promise<string>;
  /** Destroys the subject's key, for good. True when there was one. Other processes follow within 10 s. */
  erase(subject: string): Promise<boolean>;
  /** Equal for equal things however they were typed; nothing can be read from it without the master key. */
  lookupToken(kind: LookupKind, text: string): string;
}

export interface PrivacyOptions {
  masterKey: MasterKey;
  keyStore: KeyStore;
  /** Monotonic ms, for the age of cached keys. */
  now?: () => number;
}

/** Rejects with `WrongMasterKey` when the store was begun under another one. */
export async function createPrivacy({ masterKey, keyStore, now }: PrivacyOptions): Promise<Privacy> {
  const check = await verify(masterKey, keyStore);
  const lasting = await withKeptDerivations(masterKey, keyStore);
  const lookupKey = createSecretKey(await lasting.derive(DERIVED.lookUp));
  const keys = subjectKeys(keyStore, masterKey, { now, check });
  const sealEvent = <E extends SealableEvent>(event: E) => seal(keys, event, event.stream);
  return {
    sealEvent,
    sealEvents: (stream, events) => Promise.all(events.map((event) => seal(keys, event, stream))),
    openEvent: (event) => openEvent(keys, event),
    async open(value, from) {
      assertOpenable(value);
      return openOne(await keys.forOpening(value.subject), value, from, value.field);
    },
    sealBytes: (subject, plain, place) => sealBytes(keys, subject, plain, place),
    openBytes: (subject, sealed, place) => openBytes(keys, subject, sealed, place),
    queryCodes: await queryCodes(lasting),
    newSubject: keys.newSubject,
    async erase(subject) {
      if (!isUuid(subject)) throw new RangeError('a subject is a UUID in lower case');
      return keys.destroy(subject);
    },
    lookupToken: (kind, text) => lookupToken(lookupKey, kind, text),
  };
}

/** Answers the check value. */
async function verify(masterKey: MasterKey, keyStore: KeyStore): Promise<Buffer> {
  const ours = await checkValue(masterKey);
  const kept = await keyStore.masterKeyCheck(ours);
  if (ours.length !== kept.length || !timingSafeEqual(ours, kept)) throw new WrongMasterKey(masterKey.source);
  return ours;
}

async function seal<E extends Omit<SealableEvent, 'stream'>>(
  keys: SubjectKeys,
  event: E,
  stream: string,
): Promise<E> {
  const places = personalPlaces(event.data);
  if (places.length === 0) return event;
  const personals = places.map(({ node }) => node);
  personals.forEach(assertSealable);
  const bySubject = await keysOf(personals, (subject) => keys.forSealing(subject));
  const placeOf = placesOf(stream, event.id);
  const sealed = places.map(({ node, keys: path }) => ({
    keys: path,
    node: sealOne(bySubject.get(node.subject)!, node, pointerOf(path), placeOf),
  }));
  return { ...event, data: withNodesAt(event.data, sealed) };
}

async function openEvent<E extends SealableEvent>(keys: SubjectKeys, event: E) {
  const sealed = sealedIn(event.data);
  sealed.forEach(assertOpenable);
  const bySubject = await keysOf(sealed, (subject) => keys.forOpening(subject));
  const data = replaceNodes(event.data, (node, pointer) =>
    isSealed(node) ? openOne(bySubject.get(node.subject)!, node, event, pointer) : undefined,
  );
  return { ...event, data: data as OpenedIn<E['data']> };
}

/** A malformed subject would fail the whole batch that it is fetched in. */
function assertSealable({ $personal, subject }: Personal): void {
  if (typeof $personal !== 'string') throw new NotWritable('personal text must be a string');
  if (!isUuid(subject)) throw new NotWritable('the subject of personal text must be a UUID in lower case');
}

function assertOpenable({ $sealed, subject, field, nonce, text }: Sealed): void {
  const texts = [subject, field, nonce, text].every((part) => typeof part === 'string');
  if ($sealed !== 'v1' || !texts || !isUuid(subject)) throw new SealBroken(field);
}

async function keysOf<Key>(
  values: readonly { subject: string }[],
  keyOf: (subject: string) => Promise<Key>,
): Promise<Map<string, Key>> {
  const subjects = [...new Set(values.map(({ subject }) => subject))];
  return new Map(
    await Promise.all(subjects.map(async (subject) => [subject, await keyOf(subject)] as const)),
  );
}

/** What the ciphertexts of an event are bound to, as JSON: ["v1", stream, id, field]. */
function placesOf(stream: string, id: string): (field: string) => string {
  const event = JSON.stringify(['v1', stream, id]).slice(0, -1);
  return (field) => `${event},${JSON.stringify(field)}]`;
}

function sealOne(key: KeyObject, value: Personal, field: string, placeOf: (field: string) => string): Sealed {
  const { nonce, body } = encrypt(key, value.$personal, placeOf(field));
  return {
    $sealed: 'v1',
    subject: value.subject,
    field,
    nonce: nonce.toString('base64'),
    text: body.toString('base64'),
  };
}

function openOne(
  key: KeyObject | 'erased',
  value: Sealed,
  from: { stream: string; id: string },
  field: string,
): Opened {
  if (key === 'erased') return { status: 'erased' };
  const box = { nonce: Buffer.from(value.nonce, 'base64'), body: Buffer.from(value.text, 'base64') };
  const plain = decrypt(key, box, placesOf(from.stream, from.id)(field));
  if (!plain) throw new SealBroken(field);
  return { status: 'open', text: plain.toString('utf8') };
}
