import type { CommandEnvelope } from '@huiyin/command-handler';
import {
  aggregates,
  collectEvidence,
  isKeptFrom,
  JOINT_CONFERENCE,
  keptFromOf,
  type Offices,
} from '@huiyin/domain';
import type { StoredEvent } from '@huiyin/event-store';
import { deterministicId, unreachable } from '@huiyin/kernel';
import { explain, type EscalationCommand, type RuleBook } from '@huiyin/policy';

export const ACTOR = 'system:escalation';

/** The stream's aggregate and id: `case-…`, `supervision-…` or `review-…`. */
const OWING = {
  case: aggregates.cases,
  supervision: aggregates.supervisions,
  review: aggregates.reviews,
  standing: aggregates.standings,
  drive: aggregates.drives,
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

export interface Circumstances {
  stream: string;
  history: readonly StoredEvent[];
  /** The events of the case that the stream is about; the same as `history` for a case. */
  caseId: string;
  caseHistory: () => Promise<readonly StoredEvent[]>;
  rules: RuleBook;
  offices: Offices;
}

/** What a step that has fallen due does, as a command that can be given any number of times. */
export async function toCommand(step: EscalationCommand, given: Circumstances): Promise<CommandEnvelope> {
  const { duty, commandId } = step;
  const { stream, history, caseId, rules } = given;
  const { aggregate, id } = owing(stream)!;
  const cause = history.find((event) => event.id === duty.raisedBy) ?? history[0];
  const common = {
    commandId,
    actor: ACTOR,
    correlationId: cause?.meta.correlationId ?? cause?.meta.commandId,
    causationId: cause?.id,
    traceparent: cause?.meta.traceparent,
  };
  const here = { ...common, aggregate, id, office: duty.overseer };
  const about = { pack: duty.policy, caseId, office: duty.owner, dutyId: duty.id, rule: duty.rule };
  switch (step.do) {
    case 'remind':
      return { ...here, type: 'RemindOffice', data: { dutyId: duty.id } };
    case 'breach':
      return { ...here, type: 'RecordBreach', data: { dutyId: duty.id }, occurredAt: step.at };
    case 'propose-finding':
      return { ...here, type: 'ProposeFinding', data: {} };
    case 'supervise': {
      const by = overseerOf(step, given, await given.caseHistory());
      return {
        ...common,
        aggregate: aggregates.supervisions,
        id: deterministicId('supervision', commandId),
        office: by,
        type: 'OrderSupervision',
        data: { ...about, by, trigger: 'breach', dueAt: duty.dueAt },
      };
    }
    case 'review': {
      const recorded = await given.caseHistory();
      const by = overseerOf(step, given, recorded);
      const explanation = { zh: explain(duty, rules, 'zh-CN'), en: explain(duty, rules, 'en') };
      const all = stream.startsWith('case-') ? recorded : [...recorded, ...history];
      const evidence = collectEvidence(
        [...all].sort((a, b) => a.position - b.position),
        duty,
        explanation,
      );
      return {
        ...common,
        aggregate: aggregates.reviews,
        id: deterministicId('review', commandId),
        office: by,
        type: 'OpenReview',
        data: { ...about, by, reasons: explanation.zh, evidence },
      };
    }
    default:
      return unreachable(step.do);
  }
}

const LEVELS_MAX = 20;

/**
 * An office does not supervise itself, and one that the case accuses does not hear of it (Art. 30): the next superior
 * does, and the joint conference where there is none.
 */
function overseerOf(
  { duty }: EscalationCommand,
  { offices }: Circumstances,
  caseHistory: readonly StoredEvent[],
): string {
  const keptFrom = keptFromOf(caseHistory);
  let by: string | undefined = duty.overseer;
  for (let level = 0; by !== undefined && level < LEVELS_MAX; level++) {
    if (by !== duty.owner && !isKeptFrom(by, keptFrom, offices)) return by;
    by = offices.superior(by);
  }
  return JOINT_CONFERENCE;
}
