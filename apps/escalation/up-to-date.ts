import type { StoredEvent } from '@huiyin/event-store';
import { deterministicId } from '@huiyin/kernel';
import { duties, redated, triggered, type Duty, type Triggered } from '@huiyin/policy';
import { ACTOR, owing } from './act';
import type { EscalationDeps } from './deps';
import { passOn } from './pass-on';

export interface Owed {
  history: readonly StoredEvent[];
  duties: readonly Duty[];
  /** Supervision orders that the record asks for. */
  orders: readonly Triggered[];
}

/**
 * What a stream owes, by the calendars in force. Clocks that a newer calendar dates anew are recomputed on the stream
 * first, where everybody sees the old date beside the new one: no step is taken on a date that no longer stands.
 */
export async function owedUpToDate(deps: EscalationDeps, stream: string): Promise<Owed> {
  const found = await owed(deps, stream);
  const read = (await passOn(deps, stream, found)) ? await owed(deps, stream) : found;
  const changes = redated(read.duties, deps.rules.current(), deps.clock.now().toISOString());
  const [first] = changes;
  if (!first) return read;
  const { aggregate, id } = owing(stream)!;
  const outcome = await deps.execute({
    aggregate,
    id,
    type: 'RecomputeDuties',
    data: {},
    commandId: deterministicId('recompute', first.calendar, ...changes.map(({ duty }) => duty.id)),
    actor: ACTOR,
    history: read.history,
  });
  if (outcome.status === 'contended') throw new Error('stream contended');
  return owed(deps, stream);
}

async function owed({ store, rules }: EscalationDeps, stream: string): Promise<Owed> {
  const history = await store.readStream(stream);
  const book = rules.current();
  return { history, duties: duties(history, book), orders: triggered(history, book) };
}
