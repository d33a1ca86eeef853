import type { Directory, Execute } from '@huiyin/command-handler';
import { ACCOUNTABILITY_EVENTS, CASE_EVENTS } from '@huiyin/contracts';
import { aggregates, type ReviewEvents } from '@huiyin/domain';
import { StoreUnavailable, type EventStore, type StoredEvent } from '@huiyin/event-store';
import { deterministicId, QueueFull, traced, type Clock, type Log } from '@huiyin/kernel';
import type { Consumer, Consumption, Message } from '@huiyin/messaging';
import type { RuleBook } from '@huiyin/policy';
import { ACTOR, owing, toCommand } from './act';
import { pendingSteps } from './plan';
import type { Timer, Timers } from './timers';

export interface EscalationDeps {
  consumer: Consumer;
  store: EventStore;
  timers: Timers;
  execute: Execute;
  rules: () => RuleBook;
  directory: Directory;
  clock: Clock;
  log: Log;
  /** `true` on the real clock: wakes by itself. A simulated clock calls `fireDue` when it moves. */
  ticking: boolean;
}

export interface Escalation {
  consumption: Consumption;
  /** Takes every step that has fallen due; answers how many timers fired. */
  fireDue(): Promise<number>;
  nextAt(): Promise<string | undefined>;
  stop(): Promise<void>;
}

const GROUP = 'escalation';
const CLAIM_MAX = 500;
const CONCURRENCY_MAX = 32;
/** The longest sleep: a timer set by another process is seen after this at the latest. */
const LOOK_AHEAD_ms = 5_000;
const PUT_BACK_ms = 5_000;
const PLANNED_REMEMBERED_MAX = 100_000;

/** Watches what is owed: keeps a timer per stream, and takes the policy's steps when they fall due. */
export function startEscalation(deps: EscalationDeps): Escalation {
  const planned = new Map<string, number>();
  const alarm = createAlarm(deps, () => fireDue(deps));

  const handler = async (message: Message): Promise<void> => {
    await countConfirmedFault(deps, message);
    const stream = streamOf(message);
    if (!owing(stream) || (planned.get(stream) ?? 0) >= message.position) return;
    const { timer, position } = await plan(deps, stream);
    if (planned.size >= PLANNED_REMEMBERED_MAX) planned.clear();
    planned.set(stream, position);
    if (timer.nextAt) alarm.notLaterThan(timer.nextAt);
  };
  const consumption = deps.consumer.subscribe({
    group: GROUP,
    topics: [CASE_EVENTS, ACCOUNTABILITY_EVENTS],
    handler,
    concurrencyMax: CONCURRENCY_MAX,
  });
  alarm.start();
  return {
    consumption,
    fireDue: () => fireDue(deps),
    nextAt: () => deps.timers.nextAt(),
    async stop() {
      await consumption.stop();
      await alarm.stop();
    },
  };
}

/** `subject` of a message is the stream that it tells of. */
const streamOf = ({ subject }: Message): string => subject;

async function plan(deps: EscalationDeps, stream: string): Promise<{ timer: Timer; position: number }> {
  const [history, { fired }] = await Promise.all([deps.store.readStream(stream), deps.timers.find(stream)]);
  const [next] = pendingSteps(history, deps.rules(), fired);
  const timer = { stream, nextAt: next?.at, fired, revision: history.length - 1 };
  await deps.timers.save(timer);
  return { timer, position: history.at(-1)?.position ?? 0 };
}

/** Only a confirmed fault counts on an office's standing; counting the same review again changes nothing. */
async function countConfirmedFault({ execute }: EscalationDeps, message: Message): Promise<void> {
  if (message.type !== 'huiyin.review.finding-confirmed.v1') return;
  const { office, caseId, pack, finding, by } = message.data as ReviewEvents['FindingConfirmed'];
  if (finding.outcome !== 'fault') return;
  const reviewId = message.subject.slice('review-'.length);
  const { kind, gravity } = finding;
  const outcome = await execute({
    aggregate: aggregates.standings,
    id: office,
    type: 'CountFault',
    data: { pack, reviewId, caseId, kind, gravity },
    commandId: deterministicId('count-fault', reviewId),
    actor: ACTOR,
    office: by,
    causationId: message.id,
    traceparent: message.traceparent,
    occurredAt: message.time,
  });
  if (outcome.status === 'contended') throw new Error('standing contended');
}

async function fireDue(deps: EscalationDeps): Promise<number> {
  let fired = 0;
  for (;;) {
    const now = deps.clock.now().toISOString();
    const claimed = await deps.timers.claim(now, CLAIM_MAX);
    if (claimed.length === 0) return fired;
    const queue = claimed.values();
    const worker = async (): Promise<void> => {
      for (const timer of queue) await fireOrPutBack(deps, timer, now);
    };
    await Promise.all(Array.from({ length: CONCURRENCY_MAX }, worker));
    fired += claimed.length;
  }
}

async function fireOrPutBack(deps: EscalationDeps, timer: Timer, now: string): Promise<void> {
  try {
    await fire(deps, timer, now);
  } catch (error) {
    const expected = error instanceof QueueFull || error instanceof StoreUnavailable;
    deps.log[expected ? 'warn' : 'error']({ err: error, stream: timer.stream }, 'escalation put back');
    await deps.timers.putBack(timer.stream, PUT_BACK_ms);
  }
}

async function fire(deps: EscalationDeps, { stream, fired }: Timer, now: string): Promise<void> {
  const history = await deps.store.readStream(stream);
  const caseId = caseOf(stream, history);
  const rules = deps.rules();
  const steps = pendingSteps(history, rules, fired);
  const done = [...fired];
  let known: readonly StoredEvent[] | undefined = history;
  for (const step of steps) {
    if (step.at > now) break;
    const circumstances = {
      stream,
      history,
      caseId,
      caseHistory: () =>
        stream.startsWith('case-') ? Promise.resolve(history) : deps.store.readStream(`case-${caseId}`),
      rules,
      superior: (office: string) => deps.directory.superior(office),
    };
    const command = await toCommand(step, circumstances);
    const here = command.id === owing(stream)!.id;
    const outcome = await traced(
      `escalate ${step.do}`,
      command.traceparent,
      { 'huiyin.stream': stream },
      (traceparent) => deps.execute({ ...command, traceparent, history: here ? known : undefined }),
    );
    if (here) known = undefined;
    if (outcome.status === 'contended') throw new Error('stream contended');
    // Refused: the world has moved on since the step was planned, and there is nothing left to do for it.
    if (outcome.status === 'refused')
      deps.log.info({ stream, step: step.do, code: outcome.refusal.code }, 'step refused');
    done.push(step.commandId);
  }
  const taken = new Set(done);
  const next = steps.find(({ commandId }) => !taken.has(commandId));
  await deps.timers.save({ stream, nextAt: next?.at, fired: done, revision: history.length - 1 });
}

function caseOf(stream: string, [first]: readonly StoredEvent[]): string {
  return (first?.data as { caseId?: string } | undefined)?.caseId ?? owing(stream)!.id;
}

interface Alarm {
  start(): void;
  notLaterThan(at: string): void;
  stop(): Promise<void>;
}

/** Wakes at the next timer, or after the look-ahead; never two rounds at once. */
function createAlarm({ clock, timers, log, ticking }: EscalationDeps, round: () => Promise<number>): Alarm {
  let timeout: NodeJS.Timeout | undefined;
  let wakeAt_ms = Infinity;
  let running: Promise<void> | undefined;
  let stopped = false;

  const schedule = (at_ms: number): void => {
    if (stopped || !ticking || at_ms >= wakeAt_ms) return;
    clearTimeout(timeout);
    wakeAt_ms = at_ms;
    timeout = setTimeout(() => void wake(), Math.max(0, at_ms - clock.now().getTime()));
  };
  const wake = async (): Promise<void> => {
    if (running) return;
    wakeAt_ms = Infinity;
    running = runRound();
    await running;
    running = undefined;
  };
  const runRound = async (): Promise<void> => {
    const latest_ms = clock.now().getTime() + LOOK_AHEAD_ms;
    try {
      await round();
      const next = await timers.nextAt();
      // What was asked for during the round is in `next` too.
      wakeAt_ms = Infinity;
      schedule(Math.min(latest_ms, next ? Math.max(Date.parse(next), clock.now().getTime() + 1) : Infinity));
    } catch (error) {
      log.warn({ err: error }, 'escalation round failed; the next one goes on');
      wakeAt_ms = Infinity;
      schedule(latest_ms);
    }
  };
  return {
    start: () => schedule(clock.now().getTime()),
    notLaterThan: (at) => schedule(Date.parse(at)),
    async stop() {
      stopped = true;
      clearTimeout(timeout);
      await running;
    },
  };
}
