import { isSealed, isUuid, type Personal, type Sealed } from '@huiyin/kernel';
import { timingSafeEqual } from 'node:crypto';
import { openBytes, sealBytes } from './bytes';
import { DERIVED, withKeptDerivations } from './derived-keys';
import { WrongMasterKey } from './errors';
import type { KeyStore } from './key-store';
import { hmacSha256 } from './hmac';
import { lookupToken, type LookupKind } from './lookup';
import { checkValue, type MasterKey } from './master-key';
import { queryCodes, type QueryCodes } from './query-code';
import { subjectKeys, type SubjectKeys } from './subject-keys';
import { assertOpenable, assertSubject, assertText, openOne, placesNow, sealOne, type Opened } from './value';
import { personalPlaces, pointerOf, replaceNodes, sealedIn, withNodesAt } from './walk';

export interface SealableEvent {
  /** UUID. */
  readonly id: string;
  readonly stream: string;
  readonly data: unknown;
}

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
  const keyedLookUp = hmacSha256(await lasting.derive(DERIVED.lookUp));
  const keys = subjectKeys(keyStore, masterKey, { now, check });
  return {
    sealEvent: async (event) => (await seal(keys, event.stream, [event]))[0]!,
    sealEvents: (stream, events) => seal(keys, stream, events),
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
    lookupToken: (kind, text) => lookupToken(keyedLookUp, kind, text),
  };
}

/** Answers the check value. */
async function verify(masterKey: MasterKey, keyStore: KeyStore): Promise<Buffer> {
  const ours = await checkValue(masterKey);
  const kept = await keyStore.masterKeyCheck(ours);
  if (ours.length !== kept.length || !timingSafeEqual(ours, kept)) throw new WrongMasterKey(masterKey.source);
  return ours;
}

/** The keys of all events are asked for together. */
async function seal<E extends Omit<SealableEvent, 'stream'>>(
  keys: SubjectKeys,
  stream: string,
  events: readonly E[],
): Promise<E[]> {
  const placesOf = events.map(({ data }) => personalPlaces(data));
  const personals = placesOf.flatMap((places) => places.map(({ node }) => node));
  if (personals.length === 0) return [...events];
  personals.forEach(assertText);
  const bySubject = await keysOf(personals, (subject) => {
    assertSubject(subject);
    return keys.forSealing(subject);
  });
  return events.map((event, index) => {
    const place = placesNow(stream, event.id);
    const sealed = placesOf[index]!.map(({ node, keys: path }) => ({
      keys: path,
      node: sealOne(bySubject.get(node.subject)!, node, pointerOf(path), place),
    }));
    return { ...event, data: withNodesAt(event.data, sealed) };
  });
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

async function keysOf<Key>(
  values: readonly { subject: string }[],
  keyOf: (subject: string) => Promise<Key>,
): Promise<Map<string, Key>> {
  const subjects = [...new Set(values.map(({ subject }) => subject))];
  const keys = await Promise.all(subjects.map(keyOf));
  return new Map(subjects.map((subject, index) => [subject, keys[index]!]));
}
