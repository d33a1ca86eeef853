import { followFromStart, type CommandEnvelope, type Execute, type Executed } from '@huiyin/command-handler';
import { aggregates, type AggregatePath } from '@huiyin/domain';
import type { EventStore } from '@huiyin/event-store';
import {
  createRandom,
  DAY_ms,
  deterministicId,
  HOUR_ms,
  type ManualClock,
  type Random,
} from '@huiyin/kernel';
import { besideCase } from './beside';
import { OFFICES } from './city';
import { followUps } from './follow-up';
import { planCase } from './plan-case';
import { rhythmSteps } from './rhythm';
import { yearSteps } from './year';

export interface DemoCityOptions {
  store: EventStore;
  execute: Execute;
  /** Counts what a command asks of the log; without it a year of targets is not concluded. */
  measured?: (command: CommandEnvelope) => Promise<CommandEnvelope['measured']>;
  /** Moved through the months that the city has behind it. */
  clock: ManualClock;
  /** Resolves when everything that the log and the clock call for has been done. */
  settle: () => Promise<void>;
  /** The next instant at which lists go out: the city stops there, so that they are made when it is time. */
  nextList?: () => string | undefined;
  seed: number;
  cases: number;
  from_ms: number;
  to_ms: number;
  progress: (done: number, of: number) => void;
}

export interface DemoCity {
  cases: number;
  steps: number;
  /** Steps that the rules did not allow, for example an objection after its window. */
  refused: number;
}

interface Step {
  at_ms: number;
  path: AggregatePath;
  id: string;
  type: string;
  data: unknown;
}

/** The clock moves in steps of a day; within one, everybody acts at their own time. */
const TICK_ms = DAY_ms;
const CONCURRENCY_MAX = 64;
const FOLLOWED_TYPES = [
  'SupervisionOrdered',
  'ReviewOpened',
  'EvidenceAssembled',
  'RungReached',
  'TalkOrdered',
  'MeasureOrdered',
  'RectificationOrdered',
];

/** Lives through the months, one day after the other, with nothing but commands. */
export async function buildDemoCity(options: DemoCityOptions): Promise<DemoCity> {
  const { store, execute, measured, clock, settle, nextList, seed, cases, from_ms, to_ms, progress } =
    options;
  clock.moveTo(new Date(from_ms));
  const ticks = Math.ceil((to_ms - from_ms) / TICK_ms);
  const agenda: Step[][] = Array.from({ length: ticks }, () => []);
  let present = 0;
  const put = (step: Step): void => {
    const tick = Math.max(present, Math.floor((step.at_ms - from_ms) / TICK_ms));
    agenda[tick]?.push(step);
  };
  const city: DemoCity = { cases, steps: 0, refused: 0 };
  const act = async (step: Step): Promise<void> => {
    const envelope = toEnvelope(seed, step);
    const outcome = await execute({ ...envelope, measured: await measured?.(envelope) });
    city.steps += 1;
    if (isRefused(outcome, step)) city.refused += 1;
  };

  const claims = new Map<string, readonly string[]>();
  const claimsOf = (caseId: string): readonly string[] => claims.get(caseId) ?? [];
  await registerOffices(act, from_ms);
  for (let index = 0; index < cases; index++) {
    const random = createRandom(seed * 1_000_003 + index);
    const planned = planCase(random, seed, index, receivedAt(random, from_ms, to_ms));
    for (const { caseId, ...step } of [...planned, ...besideCase(seed, index, planned)]) {
      if (step.type === 'RegisterCase') claims.set(caseId, claimIds(step.data));
      if (step.at_ms < to_ms) put({ ...step, path: 'cases', id: caseId });
    }
  }
  // From the start: a city that was cut short goes on with the orders and reviews that it had.
  const following = await followFromStart(store, { types: FOLLOWED_TYPES }, (events) =>
    events.flatMap((event) => followUps(event, claimsOf)).forEach(put),
  );
  for (const step of [...rhythmSteps(to_ms), ...yearSteps(seed, from_ms)])
    if (step.at_ms >= from_ms && step.at_ms < to_ms) put(step);
  /** Everybody has acted up to there when a list is made. */
  const stopAtLists = async (until_ms: number): Promise<void> => {
    const end = new Date(Math.min(until_ms, to_ms)).toISOString();
    for (let at = nextList?.(); at !== undefined && at < end; at = nextList?.()) {
      clock.moveTo(at);
      const [before, after] = [agenda[present]!, Date.parse(at)];
      agenda[present] = before.filter(({ at_ms }) => at_ms > after);
      await inParallelByStream(
        before.filter(({ at_ms }) => at_ms <= after),
        act,
      );
      await settle();
    }
  };
  for (; present < ticks; present++) {
    await stopAtLists(from_ms + (present + 1) * TICK_ms);
    clock.moveTo(new Date(Math.min(from_ms + (present + 1) * TICK_ms, to_ms)));
    await inParallelByStream(agenda[present]!, act);
    agenda[present] = [];
    await settle();
    await following.reached(await store.head());
    progress(present + 1, ticks);
  }
  await following.stop();
  return city;
}

const claimIds = (form: unknown): string[] =>
  (form as { claims: unknown[] }).claims.map((_, index) => `c${index + 1}`);

async function registerOffices(act: (step: Step) => Promise<void>, at_ms: number): Promise<void> {
  for (const { id, ...data } of OFFICES)
    await act({ at_ms, path: 'offices', id, type: 'RegisterOffice', data });
}

/** Anywhere in the months, on working days three times as often as on others, between 08:00 and 18:00 in Shanghai. */
function receivedAt(random: Random, from_ms: number, to_ms: number): number {
  const days = Math.floor((to_ms - from_ms) / DAY_ms);
  for (;;) {
    const day_ms = Math.floor(from_ms / DAY_ms) * DAY_ms + random.between(0, days - 1) * DAY_ms;
    const weekend = [0, 6].includes(new Date(day_ms).getUTCDay());
    const at_ms = day_ms + Math.floor(random.next() * 10 * HOUR_ms);
    if ((!weekend || random.chance(1 / 3)) && at_ms >= from_ms && at_ms < to_ms) return at_ms;
  }
}

const toEnvelope = (seed: number, { at_ms, path, id, type, data }: Step): CommandEnvelope => {
  const aggregate = aggregates[path];
  return {
    aggregate,
    id,
    type,
    data: aggregate.commands[type]!.parse(data),
    commandId: deterministicId('demo', seed, path, id, type, at_ms),
    actor: 'demo',
    occurredAt: new Date(at_ms).toISOString(),
  };
};

function isRefused(outcome: Executed, { path, type }: Step): boolean {
  if (outcome.status === 'done' || outcome.status === 'repeated' || outcome.status === 'unchanged')
    return false;
  // An office that was registered before under the same id is there; whatever else a plan foresaw may be overtaken.
  if (outcome.status === 'refused') return path !== 'offices' || outcome.refusal.code !== 'already-exists';
  throw new Error(`demo city: ${type} ended ${outcome.status}`);
}

/** Steps of one stream in their order, streams beside each other. */
async function inParallelByStream(steps: readonly Step[], act: (step: Step) => Promise<void>): Promise<void> {
  const streams = new Map<string, Step[]>();
  for (const step of [...steps].sort((a, b) => a.at_ms - b.at_ms)) {
    const key = `${step.path}/${step.id}`;
    streams.set(key, [...(streams.get(key) ?? []), step]);
  }
  const queue = streams.values();
  const worker = async (): Promise<void> => {
    for (const own of queue) for (const step of own) await act(step);
  };
  await Promise.all(Array.from({ length: CONCURRENCY_MAX }, worker));
}
