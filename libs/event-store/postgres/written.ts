import type { AppendRequest, AppendResult, NewEvent, StoredEvent } from '../port';
import { asStored, type EventText, type Place } from '../stored';
import type { Unmade } from '../tail';

/** The events of the requests that were appended, in the order of the log. `texts`: one per event of all requests. */
export function writtenBy(
  requests: readonly AppendRequest[],
  results: readonly AppendResult[],
  texts: readonly EventText[],
): Unmade[] {
  const written: Unmade[] = [];
  let text = 0;
  for (const [index, { streams }] of requests.entries()) {
    const result = results[index]!;
    let position = result.status === 'appended' ? result.first : 0;
    for (const { stream, events } of streams) {
      if (result.status !== 'appended') text += events.length;
      else {
        const next = (result.revisions[stream] ?? 0) + 1 - events.length;
        events.forEach((event, offset) =>
          written.push(
            unmade(event, texts[text++]!, { stream, revision: next + offset, position: position++ }),
          ),
        );
      }
    }
  }
  return written;
}

function unmade(event: NewEvent, text: EventText, place: Place): Unmade {
  // Let go once it is made: what waits for followers is all that outlives an append.
  let from: { event: NewEvent; text: EventText } | undefined = { event, text };
  let made: StoredEvent | undefined;
  return {
    stream: place.stream,
    type: event.type,
    event() {
      if (from) made = asStored(from.event, from.text, place);
      from = undefined;
      return made!;
    },
  };
}
