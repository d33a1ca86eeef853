import type { Duty, Instant } from '@huiyin/policy';
import type { CaseEvents } from '../case/events';
import type { Evidence } from './events';

/** A stored event, as far as evidence goes. */
export interface Recorded {
  position: number;
  type: string;
  occurredAt: Instant;
  data: unknown;
  meta: { office: string };
}

/** From here on the petition department has it again. */
const BACK: readonly string[] = ['ObjectionUpheld', 'CaseReopened', 'CaseTakenBack'];
/** The events after which another office holds the case. */
export const MOVES_A_CASE: readonly string[] = ['CaseRegistered', 'CaseSent', 'OfficeReplaced', ...BACK];

const TIMELINE_ENTRIES_MAX = 1_000;

/** The record of one missed duty: what happened, who held the case when, and why it was due then. */
export function collectEvidence(
  history: readonly Recorded[],
  duty: Duty,
  explanation: Evidence['explanation'],
): Evidence {
  const { id, rule, owner, startedAt, dueAt, endedAt } = duty;
  return {
    timeline: history
      .slice(-TIMELINE_ENTRIES_MAX)
      .map(({ position, type, occurredAt, meta }) => ({ position, type, occurredAt, office: meta.office })),
    holders: holdersOf(history),
    duty: { id, rule, owner, startedAt, dueAt, ...(endedAt && { endedAt }) },
    explanation,
  };
}

/** Which office held a case when, as its sendings, returns and reopenings say. */
export function holdersOf(
  history: readonly Pick<Recorded, 'type' | 'occurredAt' | 'data'>[],
): Evidence['holders'] {
  const held: { office: string; from: Instant; until?: Instant }[] = [];
  let receiver: string | undefined;
  const passTo = (office: string, at: Instant): void => {
    const last = held.at(-1);
    if (last?.office === office && last.until === undefined) return;
    if (last) last.until = at;
    held.push({ office, from: at });
  };
  for (const { type, occurredAt, data } of history) {
    if (type === 'CaseRegistered') {
      const registered = data as CaseEvents['CaseRegistered'];
      receiver = registered.receiver;
      passTo(receiver, registered.receivedAt);
    }
    if (type === 'CaseSent') passTo((data as CaseEvents['CaseSent']).to, occurredAt);
    if (type === 'OfficeReplaced') {
      const { from, to } = data as CaseEvents['OfficeReplaced'];
      if (receiver === from) receiver = to;
      if (held.at(-1)?.office === from) passTo(to, occurredAt);
    }
    if (BACK.includes(type) && receiver) passTo(receiver, occurredAt);
  }
  return held;
}
