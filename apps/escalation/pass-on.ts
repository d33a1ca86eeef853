import { deterministicId } from '@huiyin/kernel';
import { ACTOR, owing } from './act';
import type { EscalationDeps } from './deps';
import type { Owed } from './up-to-date';

/**
 * What an office that was split, merged or abolished still owes on a case is its successor's: it is handed over on the
 * stream before any step is taken against the office that is gone. Answers whether the stream may have changed.
 */
export async function passOn(
  { execute, directory }: EscalationDeps,
  stream: string,
  { history, duties }: Owed,
): Promise<boolean> {
  const { aggregate, id } = owing(stream)!;
  if (aggregate.name !== 'case') return false;
  const gone = duties
    .filter(({ status }) => status === 'open' || status === 'paused')
    .flatMap(({ owner, overseer }) => [owner, overseer])
    .filter((office) => directory.successor(office) !== office);
  if (gone.length === 0) return false;
  const data = {};
  const at = String(history.length);
  const commandId = deterministicId('pass-on', stream, at);
  const outcome = await execute({
    aggregate,
    id,
    type: 'PassOnCase',
    data,
    commandId,
    actor: ACTOR,
    history,
  });
  if (outcome.status === 'contended') throw new Error('stream contended');
  return outcome.status !== 'unchanged';
}
