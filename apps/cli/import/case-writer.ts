import { createExecute, type Executed, type HandlerDeps } from '@huiyin/command-handler';
import type { PlannedCase, PlannedStep } from '@huiyin/csv-import';
import { aggregates, streamOf } from '@huiyin/domain';
import type { EventStore, NewEvent, StoredEvent } from '@huiyin/event-store';
import { CliError, EXIT } from '../failure';

export type Written =
  /** `created`: the case was not there before. `closed`: it is closed by this. */
  | { status: 'written'; created: boolean; closed: boolean }
  | { status: 'unchanged' }
  | { status: 'refused'; step: string; message: string };

export interface CaseWriterDeps extends HandlerDeps {
  actor: string;
  /** Decides everything, writes nothing. */
  dryRun: boolean;
}

const ATTEMPTS_MAX = 5;

/**
 * Every step of a row is a command through the one handler; what they decide is appended together. So a row lands
 * whole or not at all, and costs one round to the store instead of seven.
 */
export function createCaseWriter(deps: CaseWriterDeps): (planned: PlannedCase) => Promise<Written> {
  // A second import of the same file finds every case; then it is cheaper to look first than to be told.
  let lookFirst = deps.dryRun;
  return async (planned) => {
    const stream = streamOf(aggregates.cases, planned.caseId);
    let history = lookFirst ? await deps.store.readStream(stream) : [];
    for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
      const created = history.length === 0;
      const draft = await draftSteps(deps, planned, history);
      lookFirst = deps.dryRun || !created;
      if ('refused' in draft) return { status: 'refused', ...draft.refused };
      if (draft.events.length === 0) return { status: 'unchanged' };
      const closed = draft.events.some(({ type }) => type === 'CaseClosed');
      if (deps.dryRun) return { status: 'written', created, closed };
      const { status } = await deps.store.append({
        commandId: draft.events[0]!.meta.commandId,
        streams: [{ stream, expectedRevision: created ? 'none' : history.length - 1, events: draft.events }],
      });
      if (status === 'appended') return { status: 'written', created, closed };
      history = await deps.store.readStream(stream);
      lookFirst = true;
    }
    throw new CliError('contended', `case ${planned.caseId} kept changing: run it again`, EXIT.failed);
  };
}

type Draft = { events: readonly NewEvent[] } | { refused: { step: string; message: string } };

async function draftSteps(
  deps: CaseWriterDeps,
  planned: PlannedCase,
  known: readonly StoredEvent[],
): Promise<Draft> {
  const history = [...known];
  const execute = createExecute({ ...deps, store: draftStore(deps.store, history) });
  for (const step of planned.steps) {
    const data = parsed(step);
    if (!data.ok) return { refused: { step: step.type, message: data.message } };
    const outcome = await execute({
      ...step,
      aggregate: aggregates.cases,
      id: planned.caseId,
      data: data.value,
      actor: deps.actor,
      history,
    });
    const refusal = refusalOf(outcome);
    if (refusal !== undefined) return { refused: { step: step.type, message: refusal } };
  }
  return { events: history.slice(known.length) };
}

/** The store as the steps of one row see it: what they append is kept here until all of them have been decided. */
function draftStore(store: EventStore, history: StoredEvent[]): EventStore {
  return {
    ...store,
    readStream: async () => history,
    async append({ streams: [target] }) {
      const { stream, events } = target!;
      for (const event of events) history.push({ ...event, stream, revision: history.length, position: 0 });
      return { status: 'appended', first: 0, last: 0, revisions: { [stream]: history.length - 1 } };
    },
  };
}

function parsed(step: PlannedStep): { ok: true; value: unknown } | { ok: false; message: string } {
  const given = aggregates.cases.commands[step.type]!.safeParse(step.data);
  if (given.success) return { ok: true, value: given.data };
  const [issue] = given.error.issues;
  return { ok: false, message: `${issue!.path.join('.')}: ${issue!.message}` };
}

function refusalOf(outcome: Executed): string | undefined {
  switch (outcome.status) {
    case 'done':
    case 'repeated':
    case 'unchanged':
      return undefined;
    case 'refused': {
      const { code, facts = {} } = outcome.refusal;
      const said = Object.entries(facts).map(([name, value]) => `${name} ${value}`);
      return [code, ...said].join(', ');
    }
    case 'stale':
    case 'reused':
    case 'contended':
      return outcome.status;
  }
}
