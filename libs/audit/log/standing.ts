import { toRaw, type RawEvent, type RawLog } from './event';

const EVENTS_PER_READ = 500;

/** What stands in the log now, in its order, up to a number: the store's own, or one after the other where it counts none. */
export async function* standingEvents(raw: RawLog, size: number): AsyncGenerator<RawEvent> {
  for (let [after, number] = [0, 0]; ;) {
    const events = await raw.read({ after, limit: EVENTS_PER_READ });
    for (const event of events) {
      number = raw.keepsPositions ? event.position : number + 1;
      if (number > size) return;
      yield toRaw(event, number);
    }
    if (events.length === 0) return;
    after = events.at(-1)!.position;
  }
}
