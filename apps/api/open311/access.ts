import { hash, timingSafeEqual } from 'node:crypto';
import type { Open311Config } from './config';
import { Open311Error } from './errors';
import type { Params } from './params';

const digest = (text: string): Buffer => hash('sha256', text, 'buffer');

const ANYBODY = 'open311';
const FINGERPRINT_CHARS = 12;

/** Who posts, for the record: never the key itself. Throws 403. */
export function clientOf({ apiKeys }: Open311Config, params: Params): string {
  if (apiKeys.length === 0) return ANYBODY;
  const given = params.one('api_key');
  if (given === undefined) throw new Open311Error(403, 'An api_key is required to post.');
  const key = digest(given);
  if (apiKeys.some((known) => timingSafeEqual(digest(known), key))) {
    return `${ANYBODY}:${key.toString('hex').slice(0, FINGERPRINT_CHARS)}`;
  }
  throw new Open311Error(403, 'The api_key is not valid.');
}

/** Throws 404 for another city's. */
export function checkJurisdiction({ jurisdiction }: Open311Config, params: Params): void {
  const given = params.one('jurisdiction_id');
  if (given === undefined || jurisdiction === undefined || given === jurisdiction) return;
  throw new Open311Error(404, `jurisdiction_id ${given} was not found.`);
}
