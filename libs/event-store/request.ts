import type { AppendRequest } from './port';
import { isUuid } from '@huiyin/kernel';

/** Most events in one request; a larger import is several commands. */
export const REQUEST_EVENTS_MAX = 1_000;
/** No white space, no control characters, no broken UTF-16. */
const STREAM_NAME = /^[^\p{C}\s]{1,200}$/u;

/** What no caller may send: a bug in the caller, so it throws RangeError. */
export function assertAppendable({ commandId, streams }: AppendRequest): void {
  if (!isUuid(commandId)) throw new RangeError(`not a command id (lower-case UUID): ${commandId}`);
  const names = new Set<string>();
  let events = 0;
  for (const { stream, expectedRevision, events: added } of streams) {
    if (!STREAM_NAME.test(stream)) throw new RangeError(`not a stream name: ${JSON.stringify(stream)}`);
    if (names.has(stream)) throw new RangeError(`stream ${stream} stands twice in one request`);
    if (
      typeof expectedRevision === 'number' &&
      !(Number.isInteger(expectedRevision) && expectedRevision >= 0)
    ) {
      throw new RangeError(`not a revision: ${expectedRevision}`);
    }
    names.add(stream);
    events += added.length;
  }
  if (events < 1 || events > REQUEST_EVENTS_MAX) {
    throw new RangeError(`a request holds 1 to ${REQUEST_EVENTS_MAX} events, not ${events}`);
  }
}
