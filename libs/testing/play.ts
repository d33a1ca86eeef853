import {
  aggregates,
  contextOf,
  EXAMPLE_MEASURED,
  EXAMPLE_OFFICES,
  streamOf,
  type AggregatePath,
} from '@huiyin/domain';
import { DAY_ms, deterministicId } from '@huiyin/kernel';
import { bundledRules, type Fact } from '@huiyin/policy';
import fc from 'fast-check';
import { decide, START } from './decision';
import type { Told } from './view';

/** One random step: on which stream, which example of which command, how much later. */
export interface PlayStep {
  path: AggregatePath;
  stream: number;
  command: number;
  example: number;
  duty: number;
  later_ms: number;
}

const STREAMS_MAX = 3;
/** `2026-03-02` */
const DATE_CHARS = 10;
const idOf = (path: AggregatePath, number: number): string => deterministicId(path, number);
const pick = <T>(all: readonly T[], n: number): T => all[n % all.length]!;

/** Cases come up most often; policies and calendars are adopted before the play. */
const PATHS: readonly AggregatePath[] = [
  'cases',
  'cases',
  'cases',
  'supervisions',
  'reviews',
  'standings',
  'advice',
  'offices',
  'bulletins',
  'drives',
  'targets',
];

export const playSteps = (max: number): fc.Arbitrary<PlayStep[]> =>
  fc.array(
    fc.record<PlayStep>({
      path: fc.constantFrom(...PATHS),
      stream: fc.nat({ max: STREAMS_MAX - 1 }),
      command: fc.nat({ max: 50 }),
      example: fc.nat({ max: 5 }),
      duty: fc.nat({ max: 5 }),
      later_ms: fc.integer({ min: 0, max: 10 * DAY_ms }),
    }),
    { minLength: 1, maxLength: max, size: 'max' },
  );

interface Played {
  state: unknown;
  history: Fact[];
}

/**
 * Plays the steps on several streams side by side, by the real deciders, and answers what they record in its order. A
 * command that is refused makes way for the next one.
 */
export function play(steps: readonly PlayStep[]): Told[] {
  const streams = new Map<string, Played>();
  const told: Told[] = [];
  let now_ms = Date.parse(START);
  for (const step of steps) {
    now_ms += step.later_ms;
    const aggregate = aggregates[step.path];
    const id = idOf(step.path, step.stream);
    const stream = streamOf(aggregate, id);
    const played = streams.get(stream) ?? { state: aggregate.initial, history: [] };
    streams.set(stream, played);
    const now = new Date(now_ms).toISOString();
    for (const event of take(step, id, played, now)) {
      played.state = aggregate.evolve(played.state, event);
      const revision = played.history.length;
      const eventId = deterministicId(stream, revision);
      played.history.push({ id: eventId, ...event, occurredAt: now, meta: {}, revision });
      told.push({ stream, id: eventId, ...event, occurredAt: now, recordedAt: now });
    }
  }
  return told;
}

/** The events of the first command, from the step's own on, that the state takes. */
function take(
  step: PlayStep,
  id: string,
  { state, history }: Played,
  now: string,
): readonly { type: string; data: unknown }[] {
  const aggregate = aggregates[step.path];
  const types = Object.keys(aggregate.commands);
  const context = contextOf(history, bundledRules, EXAMPLE_OFFICES);
  for (const offset of types.keys()) {
    const type = pick(types, step.command + offset);
    const example = pick(aggregate.examples[type]!, step.example) as Record<string, unknown>;
    const data = linked(
      example,
      { ...step, today: now.slice(0, DATE_CHARS) },
      context.duties()[step.duty % Math.max(1, context.duties().length)]?.id,
    );
    const receipt = `hash-${id}`;
    const issued = { id, now, occurredAt: now, actor: 'anyone', receipt, measured: EXAMPLE_MEASURED };
    const decision = decide(aggregate, { type, data }, issued, state, context);
    if (decision.ok && decision.events.length > 0) return decision.events;
  }
  return [];
}

/** Points the example at streams that exist in the play. */
function linked(
  data: Record<string, unknown>,
  { stream, path, today }: PlayStep & { today: string },
  duty: string | undefined,
): object {
  return {
    ...data,
    ...('caseId' in data ? { caseId: idOf('cases', stream) } : {}),
    ...('reviewId' in data ? { reviewId: idOf('reviews', stream) } : {}),
    // A drive lies ahead, and is reported on day by day.
    ...(path === 'drives' && 'from' in data ? { from: today, to: today } : {}),
    ...(path === 'drives' && 'day' in data ? { day: today } : {}),
    ...('dutyId' in data && duty !== undefined ? { dutyId: duty } : {}),
  };
}
