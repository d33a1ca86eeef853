import type { CommandEnvelope } from '@huiyin/command-handler';
import { aggregates, keptFromOf, presentIn, streamOf, type CaseEvents, type CaseState } from '@huiyin/domain';
import type { StoredEvent } from '@huiyin/event-store';
import { deterministicId } from '@huiyin/kernel';
import type { Message } from '@huiyin/messaging';
import { ACTOR } from './act';
import type { EscalationDeps } from './deps';

const { cases } = aggregates;
/** A lead case that leads on and on: no matter is as long. */
const LEADS_MAX = 20;

interface Case {
  id: string;
  history: readonly StoredEvent[];
  state: CaseState;
}
type Deps = Pick<EscalationDeps, 'store' | 'execute'>;

/** What a step on one case says of the matter: counted on the case that leads it, once for each distinct case. */
export async function countRepeats(deps: Deps, message: Message): Promise<void> {
  if (message.type !== 'huiyin.case.step-taken.v1') return;
  const { caseId, step } = message.data as { caseId: string; step: string };
  if (!STEPS.includes(step)) return;
  const one = await readCase(deps, caseId);
  const event = one.history.find(({ id }) => id === message.id);
  if (!event) return;
  for (const command of await commandsOf(deps, one, event)) {
    const outcome = await deps.execute({
      ...command,
      commandId: deterministicId('repeat', command.id, event.id, (command.data as { case: string }).case),
      aggregate: cases,
      actor: ACTOR,
      correlationId: event.meta.correlationId ?? event.meta.commandId,
      causationId: event.id,
      traceparent: event.meta.traceparent,
    });
    if (outcome.status === 'contended') throw new Error('lead case contended');
  }
}

const STEPS = ['CaseLinked', 'CaseMerged', 'CaseSplit', 'RegistrationStruck'];
type Counting = Pick<CommandEnvelope, 'id' | 'type' | 'data'>;

async function commandsOf(deps: Deps, one: Case, event: StoredEvent): Promise<Counting[]> {
  const { by } = event.data as { by: string };
  switch (event.type) {
    case 'CaseLinked': {
      const { to, as } = event.data as CaseEvents['CaseLinked'];
      return as === 'repeat' ? counting(await leadOf(deps, one, to), one, 'repeat', by) : [];
    }
    case 'CaseMerged':
      return counting(
        await leadOf(deps, one, (event.data as CaseEvents['CaseMerged']).lead),
        one,
        'merged',
        by,
      );
    case 'CaseSplit':
      return uncounting(await leadOf(deps, one, (event.data as CaseEvents['CaseSplit']).lead), one, by);
    // There was no petition: it counts for nothing, wherever it was counted.
    default: {
      const { matter } = one.state.parts;
      const targets = [...matter.links.map(({ to }) => to), ...('lead' in one.state ? [one.state.lead] : [])];
      const leads = await Promise.all(targets.map((target) => leadOf(deps, one, target)));
      return leads.flatMap((lead) => uncounting(lead, one, by));
    }
  }
}

/** The case, and the cases that were counted on it before it turned out not to lead. */
function counting(lead: Case | undefined, one: Case, as: 'repeat' | 'merged', by: string): Counting[] {
  if (!lead || !isSeenBesideIt(one, lead)) return [];
  const all = [
    { case: one.id, persons: personsOf(one.history), as },
    ...one.state.parts.matter.repeats
      .filter((repeat) => repeat.case !== lead.id)
      .map((repeat) => ({ ...repeat, as: 'repeat' as const })),
  ];
  return all.map((data) => ({ id: lead.id, type: 'CountRepeat', data: { ...data, by } }));
}

const uncounting = (lead: Case | undefined, one: Case, by: string): Counting[] =>
  lead?.state.parts.matter.repeats.some((repeat) => repeat.case === one.id)
    ? [{ id: lead.id, type: 'UncountRepeat', data: { case: one.id, by } }]
    : [];

/** An office that must not see the one would learn of it by its count on the other (Art. 30): there it is left out. */
function isSeenBesideIt(one: Case, lead: Case): boolean {
  const kept = keptFromOf(lead.history);
  return keptFromOf(one.history).every((office) => kept.includes(office));
}

const personsOf = (history: readonly StoredEvent[]): number =>
  presentIn(history, 0, 'kind') === 'joint' ? Number(presentIn(history, 0, 'persons')) : 1;

/** The case that leads the matter of `target`; undefined where that is the case itself, or none is found. */
async function leadOf(deps: Deps, { id }: Case, target: string): Promise<Case | undefined> {
  const seen = new Set([id]);
  let lead = await readCase(deps, target);
  while (seen.size < LEADS_MAX && !seen.has(lead.id)) {
    seen.add(lead.id);
    const next = leadingTo(lead.state);
    if (next === undefined || seen.has(next)) break;
    lead = await readCase(deps, next);
  }
  return lead.id === id || lead.history.length === 0 || lead.state.status === 'struck' ? undefined : lead;
}

const leadingTo = (state: CaseState): string | undefined =>
  'lead' in state ? state.lead : state.parts.matter.links.find(({ as }) => as === 'repeat')?.to;

async function readCase({ store }: Deps, id: string): Promise<Case> {
  const history = await store.readStream(streamOf(cases, id));
  const state = history.reduce<unknown>((folded, event) => cases.evolve(folded, event), cases.initial);
  return { id, history, state: state as CaseState };
}
