import type { CommandEnvelope } from '@huiyin/command-handler';
import {
  aggregates,
  CITES_MAX,
  collectEvidence,
  isKeptFrom,
  JOINT_CONFERENCE,
  keptFromOf,
} from '@huiyin/domain';
import type { StoredEvent } from '@huiyin/event-store';
import { deterministicId, unreachable } from '@huiyin/kernel';
import { explain, type EscalationCommand } from '@huiyin/policy';
import { aboutDuty, isOf, type About } from './about';
import type { Circumstances } from './circumstances';
import type { Step } from './step';

export const ACTOR = 'system:escalation';

/** The streams that carry duties, by their prefix: `case-…`, `supervision-…`, `review-…`, … */
const OWING = {
  case: aggregates.cases,
  supervision: aggregates.supervisions,
  review: aggregates.reviews,
  standing: aggregates.standings,
  drive: aggregates.drives,
  advice: aggregates.advice,
  fund: aggregates.funds,
  ledger: aggregates.ledgers,
  assessment: aggregates.assessments,
  target: aggregates.targets,
} as const;

export function owing(
  stream: string,
): { aggregate: (typeof OWING)[keyof typeof OWING]; id: string } | undefined {
  const dash = stream.indexOf('-');
  const prefix = stream.slice(0, dash);
  return prefix in OWING
    ? { aggregate: OWING[prefix as keyof typeof OWING], id: stream.slice(dash + 1) }
    : undefined;
}

/** What a step that has fallen due does, as a command that can be given any number of times; undefined: nothing. */
export const toCommand = (step: Step, given: Circumstances): Promise<CommandEnvelope | undefined> =>
  step.do === 'order' ? orderOf(step, given) : stepOf(step, given);

const causedBy = (cause: StoredEvent | undefined) => ({
  actor: ACTOR,
  correlationId: cause?.meta.correlationId ?? cause?.meta.commandId,
  causationId: cause?.id,
  traceparent: cause?.meta.traceparent,
});

/** Where in the log the events are, the newest of them where there are too many. */
const positionsOf = (history: readonly StoredEvent[], chosen: (event: StoredEvent) => boolean): number[] =>
  history
    .filter(chosen)
    .map(({ position }) => position)
    .slice(-CITES_MAX);

/** The record calls for supervision: the third pass, the third repeat, advice refused, … */
async function orderOf(
  step: Extract<Step, { do: 'order' }>,
  given: Circumstances,
): Promise<CommandEnvelope | undefined> {
  const { commandId, trigger, rule: threshold, occurrence, policy: pack, facts } = step;
  const { history, offices } = given;
  const office = offices.successor(step.owner);
  const told = await caseToldTo(office, given);
  if (!told) return undefined;
  const { caseId, recorded } = told;
  const by = overseerOf({ owner: office, overseer: offices.successor(step.overseer) }, given, recorded);
  const cites = positionsOf(history, ({ id }) => facts.includes(id));
  return {
    ...causedBy(history.find(({ id }) => id === facts.at(-1))),
    commandId,
    aggregate: aggregates.supervisions,
    id: deterministicId('supervision', commandId),
    office: by,
    type: 'OrderSupervision',
    data: { pack, caseId, office, by, trigger, threshold, occurrence, cites },
  };
}

/** An order names its case to the office: of those that it rests on, the first that is not kept from it (Art. 30). */
async function caseToldTo(office: string, { caseIds, historyOf, offices }: Circumstances) {
  for (const caseId of caseIds) {
    const recorded = await historyOf(caseId);
    if (recorded.length > 0 && !isKeptFrom(office, keptFromOf(recorded), offices))
      return { caseId, recorded };
  }
  return undefined;
}

async function stepOf(step: EscalationCommand, given: Circumstances): Promise<CommandEnvelope | undefined> {
  const { duty, commandId } = step;
  const { stream, history } = given;
  const { aggregate, id } = owing(stream)!;
  const cause = history.find((event) => event.id === duty.raisedBy) ?? history[0];
  const common = { commandId, ...causedBy(cause) };
  const here = { ...common, aggregate, id, office: duty.overseer };
  switch (step.do) {
    case 'remind':
      return { ...here, type: 'RemindOffice', data: { dutyId: duty.id } };
    case 'breach':
      return { ...here, type: 'RecordBreach', data: { dutyId: duty.id }, occurredAt: step.at };
    case 'propose-finding':
      return { ...here, type: 'ProposeFinding', data: {} };
    case 'supervise':
    case 'review': {
      const about = await aboutDuty(duty, given);
      return about && { ...common, ...(step.do === 'review' ? reviewOf : supervisionOf)(step, about, given) };
    }
    default:
      return unreachable(step.do);
  }
}

const dataOf = ({ duty }: EscalationCommand, { caseId }: About) => ({
  ...{ pack: duty.policy, caseId, office: duty.owner, dutyId: duty.id, rule: duty.rule },
});

function supervisionOf(step: EscalationCommand, about: About, given: Circumstances) {
  const { duty, commandId, trigger = 'breach' } = step;
  const by = overseerOf(duty, given, about.recorded);
  const cites = positionsOf(given.history, (event) => isOf(duty, event));
  const { account } = about;
  return {
    aggregate: aggregates.supervisions,
    id: deterministicId('supervision', commandId),
    office: by,
    type: 'OrderSupervision',
    data: { ...dataOf(step, about), ...(account && { account }), by, trigger, dueAt: duty.dueAt, cites },
  };
}

function reviewOf(step: EscalationCommand, about: About, given: Circumstances) {
  const { duty, commandId } = step;
  const { stream, rules } = given;
  const { recorded, told } = about;
  const by = overseerOf(duty, given, recorded);
  const explanation = { zh: explain(duty, rules, 'zh-CN'), en: explain(duty, rules, 'en') };
  const all = stream.startsWith('case-') ? recorded : [...recorded, ...told];
  const inOrder = [...all].sort((a, b) => a.position - b.position);
  const evidence = collectEvidence(inOrder, duty, explanation);
  return {
    aggregate: aggregates.reviews,
    id: deterministicId('review', commandId),
    office: by,
    type: 'OpenReview',
    data: { ...dataOf(step, about), by, reasons: explanation.zh, evidence },
  };
}

const LEVELS_MAX = 20;

/**
 * An office does not supervise itself, and one that the case accuses does not hear of it (Art. 30): the next superior
 * does, and the joint conference where there is none.
 */
function overseerOf(
  { owner, overseer }: { owner: string; overseer: string },
  { offices }: Circumstances,
  caseHistory: readonly StoredEvent[],
): string {
  const keptFrom = keptFromOf(caseHistory);
  let by: string | undefined = overseer;
  for (let level = 0; by !== undefined && level < LEVELS_MAX; level++) {
    if (by !== owner && !isKeptFrom(by, keptFrom, offices)) return by;
    by = offices.superior(by);
  }
  return JOINT_CONFERENCE;
}
