import { streamOf, type RefusalCode } from '@huiyin/domain';
import type { StoredEvent } from '@huiyin/event-store';
import { decide, hashKept } from './decide';
import type { CommandEnvelope, Execute, Executed, HandlerDeps } from './envelope';
import { othersOf } from './others';
import { recentHistories, type RecentHistories } from './recent';

const ATTEMPTS_MAX = 5;

/** Load, decide, append: the one way into the log. Rejects only with QueueFull, StoreUnavailable or a bug. */
export function createExecute(deps: HandlerDeps): Execute {
  const recent = recentHistories();
  return async (command) => {
    const stream = streamOf(command.aggregate, command.id);
    const remembered = command.history ? undefined : recent.get(stream);
    if (remembered) {
      const outcome = await attemptOnce(deps, recent, command, remembered);
      if (outcome !== 'conflict' && outcome.status === 'done') return outcome;
      // Whatever is not an append is decided again, on what is stored.
      recent.forget(stream);
    }
    return decideOnStored(deps, recent, command);
  };
}

async function decideOnStored(
  deps: HandlerDeps,
  recent: RecentHistories,
  command: CommandEnvelope,
): Promise<Executed> {
  let history = command.history;
  let refreshed = false;
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
    const outcome = await attemptOnce(deps, recent, command, history);
    if (outcome === 'conflict')
      history = await deps.store.readStream(streamOf(command.aggregate, command.id));
    else if (refreshed || !mayBeKnownByNow(outcome)) return outcome;
    else {
      await deps.refresh();
      refreshed = true;
    }
  }
  return { status: 'contended' };
}

const MAY_BE_NEW: readonly RefusalCode[] = ['office-unknown', 'policy-unknown', 'policy-invalid'];

/** What was registered or adopted a moment ago may not have been followed here yet. */
const mayBeKnownByNow = (outcome: Executed): boolean =>
  outcome.status === 'refused' && MAY_BE_NEW.includes(outcome.refusal.code);

async function attemptOnce(
  deps: HandlerDeps,
  recent: RecentHistories,
  command: CommandEnvelope,
  known: readonly StoredEvent[] | undefined,
): Promise<Executed | 'conflict'> {
  const { aggregate, id, type } = command;
  const stream = streamOf(aggregate, id);
  const begins = type === aggregate.begunBy && aggregate.begins === 'once';
  // A stream that this command begins is taken to be empty: if it is not, the append says so.
  const history = known ?? (begins ? [] : await deps.store.readStream(stream));
  const before = history.filter(({ meta }) => meta.commandId === command.commandId);
  if (before.length > 0) return repeated(command, before);
  const revision = history.length - 1;
  if (command.expectedRevision !== undefined && command.expectedRevision !== revision) {
    return { status: 'stale', actualRevision: revision < 0 ? 'none' : revision };
  }
  const others = await othersOf(deps, command, history);
  const decided = decide(deps, command, history, new Map(others.map((other) => [other.id, other])));
  if (decided.status !== 'accepted') return decided;
  if (decided.events.length === 0) return { status: 'unchanged', id, revision };
  const events = await deps.seal(stream, decided.events);
  const expectedRevision = revision < 0 ? 'none' : revision;
  const result = await deps.store.append({
    commandId: command.commandId,
    streams: [
      { stream, expectedRevision, events },
      // What the decision has seen of other streams still holds when it is written, or it is decided again.
      ...others
        .filter((other) => other.stream !== stream)
        .map((other) => ({ stream: other.stream, expectedRevision: other.revision, events: [] })),
    ],
  });
  switch (result.status) {
    case 'conflict':
      return 'conflict';
    case 'appended':
      recent.remember(stream, history, events, result.first);
      return {
        status: 'done',
        id,
        revision: result.revisions[stream]!,
        position: result.last,
        events: events.length,
      };
    case 'repeated': {
      const written = await deps.store.readStream(stream);
      return repeated(
        command,
        written.filter(({ meta }) => meta.commandId === command.commandId),
      );
    }
  }
}

/** The same command again: answered as the first time, unless the id was used for something else. */
function repeated(command: CommandEnvelope, written: readonly StoredEvent[]): Executed {
  const last = written.at(-1);
  if (!last || hashKept(last.meta.requestHash) !== hashKept(command.requestHash)) return { status: 'reused' };
  const { revision, position } = last;
  return { status: 'repeated', id: command.id, revision, position, events: written.length };
}
