import { due } from '@huiyin/policy';
import type { EscalationDeps } from './deps';
import type { Step } from './step';
import type { Timer } from './timers';
import { owedUpToDate, type Owed } from './up-to-date';

const END_OF_TIME = '9999-12-31T23:59:59.999Z';

/** What a stream will still ask for, in order of time: every step that has not been taken. */
export function pendingSteps(
  { duties, orders }: Pick<Owed, 'duties' | 'orders'>,
  fired: readonly string[],
): Step[] {
  const taken = new Set(fired);
  const steps: Step[] = [
    ...orders.map((order) => ({ do: 'order' as const, ...order })),
    ...due(duties, END_OF_TIME),
  ];
  return steps
    .filter(({ commandId }) => !taken.has(commandId))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Reads what the stream owes now and keeps the instant at which the next step falls due. */
export async function plan(
  deps: EscalationDeps,
  stream: string,
): Promise<{ timer: Timer; position: number }> {
  const [owed, { fired }] = await Promise.all([owedUpToDate(deps, stream), deps.timers.find(stream)]);
  const { history } = owed;
  const [next] = pendingSteps(owed, fired);
  const { caseId } = (history[0]?.data ?? {}) as { caseId?: string };
  const timer = { stream, nextAt: next?.at, fired, revision: history.length - 1, caseId };
  await deps.timers.save(timer);
  return { timer, position: history.at(-1)?.position ?? 0 };
}
