import { due, type Duty, type EscalationCommand } from '@huiyin/policy';
import type { EscalationDeps } from './deps';
import type { Timer } from './timers';
import { owedUpToDate } from './up-to-date';

const END_OF_TIME = '9999-12-31T23:59:59.999Z';

/** What a stream will still ask for, in order of time: every step of its duties that has not been taken. */
export function pendingSteps(duties: readonly Duty[], fired: readonly string[]): EscalationCommand[] {
  const taken = new Set(fired);
  return due(duties, END_OF_TIME).filter(({ commandId }) => !taken.has(commandId));
}

/** Reads what the stream owes now and keeps the instant at which the next step falls due. */
export async function plan(
  deps: EscalationDeps,
  stream: string,
): Promise<{ timer: Timer; position: number }> {
  const [{ history, duties }, { fired }] = await Promise.all([
    owedUpToDate(deps, stream),
    deps.timers.find(stream),
  ]);
  const [next] = pendingSteps(duties, fired);
  const timer = { stream, nextAt: next?.at, fired, revision: history.length - 1 };
  await deps.timers.save(timer);
  return { timer, position: history.at(-1)?.position ?? 0 };
}
