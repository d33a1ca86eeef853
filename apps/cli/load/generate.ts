import type { ArchivedEvent } from '@huiyin/event-store';
import { createRandom, uuidv7 } from '@huiyin/kernel';
import { randomBytes, randomUUID } from 'node:crypto';
import { lifeOf, readSteps, type Step } from './life';

/** Cases that are under way at the same time: the log mixes their events. */
const ACTIVE_CASES = 50_000;
const EVENTS_PER_CASE = 10;
const START_ms = Date.parse('2025-01-01T00:00:00.000Z');
/** 8 events a second: a city with 250 million a year. */
const STEP_ms = 125;
const HEX_CHARS = 2 ** 20;
/** As the command handler keeps it. */
const HASH_CHARS = 22;
const TRACE_CHARS = 48;

interface ActiveCase {
  id: string;
  life: Step[];
  done: number;
}

/** `count` events after a position, one request each; which step comes when follows from the seed. */
export function* madeUpEvents(count: number, after: number, seed: number): Generator<ArchivedEvent> {
  const random = createRandom(seed + after);
  const steps = readSteps();
  const hex = randomBytes(HEX_CHARS / 2).toString('hex');
  const anyHex = (chars: number): string => {
    const from = Math.floor(random.next() * (HEX_CHARS - chars));
    return hex.slice(from, from + chars);
  };
  const begin = (now: Date): ActiveCase => ({ id: uuidv7(now), life: lifeOf(steps, random), done: 0 });
  const places = Math.min(ACTIVE_CASES, Math.ceil(count / EVENTS_PER_CASE));
  const active: ActiveCase[] = [];
  for (let made = 0; made < count; made++) {
    const now = new Date(START_ms + (after + made) * STEP_ms);
    const place = Math.floor(random.next() * places);
    let one = active[place];
    if (!one || one.done === one.life.length) one = active[place] = begin(now);
    const { type, data } = one.life[one.done]!;
    const id = uuidv7(now);
    const commandId = randomUUID();
    const at = now.toISOString();
    const trace = anyHex(TRACE_CHARS);
    yield {
      position: after + made + 1,
      stream: `case-${one.id}`,
      revision: one.done++,
      id,
      type,
      version: 1,
      occurredAt: at,
      recordedAt: at,
      data: data[made % data.length]!,
      meta: `{"actor":"clerk-${made % 900}","office":"housing","commandId":"${commandId}","traceparent":"00-${trace.slice(0, 32)}-${trace.slice(32)}-01","requestHash":"${anyHex(HASH_CHARS)}","policy":"xinfang-2022@2","calendar":"cn@1"}`,
      request: { commandId, events: 1 },
    };
  }
}
