import type { AnyAggregate } from '@huiyin/domain';
import type { StoredEvent } from '@huiyin/event-store';
import { deterministicId } from '@huiyin/kernel';
import { ACTOR, owing } from './act';
import type { EscalationDeps } from './deps';
import type { Owed } from './up-to-date';

/**
 * What an office that was split, merged or abolished still owes, or oversees, is its successor's: it is handed over on
 * the stream before any step is taken against the office that is gone. Answers whether the stream may have changed.
 */
export async function passOn(
  { execute, directory }: EscalationDeps,
  stream: string,
  { history, duties }: Owed,
): Promise<boolean> {
  const { aggregate, id } = owing(stream)!;
  const type = aggregate.name === 'case' ? 'PassOnCase' : 'ReplaceOffice';
  if (!(type in aggregate.commands)) return false;
  const owed = duties
    .filter(({ status }) => status === 'open' || status === 'paused')
    .flatMap(({ owner, overseer }) => [owner, overseer]);
  const having = [...owed, ...(aggregate.having?.(stateAfter(aggregate, history)) ?? [])];
  if (having.every((office) => directory.successor(office) === office)) return false;
  const outcome = await execute({
    aggregate,
    id,
    type,
    data: {},
    commandId: deterministicId('pass-on', stream, String(history.length)),
    actor: ACTOR,
    history,
  });
  if (outcome.status === 'contended') throw new Error('stream contended');
  return outcome.status !== 'unchanged';
}

const stateAfter = ({ initial, evolve }: AnyAggregate, history: readonly StoredEvent[]): unknown =>
  history.reduce<unknown>((state, event) => evolve(state, event), initial);
