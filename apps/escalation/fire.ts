import { StoreUnavailable, type StoredEvent } from '@huiyin/event-store';
import { QueueFull, traced } from '@huiyin/kernel';
import { owing, toCommand } from './act';
import type { Circumstances } from './circumstances';
import type { EscalationDeps } from './deps';
import { pendingSteps } from './plan';
import type { Step } from './step';
import type { Timer } from './timers';
import { owedUpToDate } from './up-to-date';

const CLAIM_MAX = 500;
const CONCURRENCY_MAX = 32;
const PUT_BACK_ms = 5_000;

/** Takes every step that has fallen due by the clock; answers how many timers fired. */
export async function fireDue(deps: EscalationDeps): Promise<number> {
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
  const owed = await owedUpToDate(deps, stream);
  const { history } = owed;
  const steps = pendingSteps(owed, fired);
  const dueNow = steps.filter(({ at }) => at <= now);
  let known: readonly StoredEvent[] | undefined = history;
  for (const step of dueNow) {
    const here = await take(deps, step, circumstances(deps, stream, history), known);
    // The stream has changed under its own command: the next one reads it anew.
    if (here) known = undefined;
  }
  const taken = dueNow.map(({ commandId }) => commandId);
  const nextAt = steps[dueNow.length]?.at;
  await deps.timers.save({ stream, nextAt, fired: [...fired, ...taken], revision: history.length - 1 });
}

function circumstances(deps: EscalationDeps, stream: string, history: readonly StoredEvent[]): Circumstances {
  const caseIds = casesOfStream(stream, history);
  return {
    stream,
    history,
    caseId: caseIds[0]!,
    caseIds,
    historyOf: (caseId) =>
      stream === `case-${caseId}` ? Promise.resolve(history) : deps.store.readStream(`case-${caseId}`),
    rules: deps.rules.current(),
    offices: deps.directory,
  };
}

function casesOfStream(stream: string, history: readonly StoredEvent[]): readonly string[] {
  const { caseId, grounds = [] } = (history[0]?.data ?? {}) as {
    caseId?: string;
    grounds?: readonly { caseId: string }[];
  };
  if (grounds.length > 0) return [...new Set(grounds.map((ground) => ground.caseId))];
  return [caseId ?? owing(stream)!.id];
}

/** One step; answers whether its command was for the stream itself. */
async function take(
  { execute, log }: EscalationDeps,
  step: Step,
  given: Circumstances,
  history: readonly StoredEvent[] | undefined,
): Promise<boolean> {
  const { stream } = given;
  const command = await toCommand(step, given);
  if (!command) return false;
  const here = command.id === owing(stream)!.id;
  const attributes = { 'huiyin.stream': stream };
  const outcome = await traced(`escalate ${step.do}`, command.traceparent, attributes, (traceparent) =>
    execute({ ...command, traceparent, history: here ? history : undefined }),
  );
  if (outcome.status === 'contended') throw new Error('stream contended');
  // Refused: the world has moved on since the step was planned, and there is nothing left to do for it.
  if (outcome.status === 'refused')
    log.info({ stream, step: step.do, code: outcome.refusal.code }, 'step refused');
  return here;
}
