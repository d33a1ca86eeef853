import { duties, explain, type Duty, type Instant, type RuleBook, type Text } from '@huiyin/policy';
import type { Recorded } from './record';

/** What was owed, by whom and until when, with the reason and the events that it rests on. */
export interface Clock {
  stream: string;
  dutyId: string;
  rule: string;
  name: Text;
  /** The article or local setting it comes from. */
  source: Text;
  kind: Duty['kind'];
  owner: string;
  overseer: string;
  status: Duty['status'];
  startedAt: Instant;
  dueAt: Instant;
  endedAt?: Instant;
  /** Met late, or still open when its time was over. */
  missed: boolean;
  explanation: Text;
  /** Log positions of the events that raised, moved or ended it. */
  positions: readonly number[];
}

/** Every duty of one stream as it stood at the instant `at`, in the order in which they were raised. */
export const clocksOf = (events: readonly Recorded[], rules: RuleBook, at: Instant): readonly Clock[] => {
  const positions = new Map(events.map(({ id, position }) => [id, position]));
  const stream = events[0]?.stream ?? '';
  return duties(events, rules).map((duty) => ({
    stream,
    ...clockOf(duty, rules, at),
    positions: duty.facts.map((fact) => positions.get(fact)!),
  }));
};

function clockOf(duty: Duty, rules: RuleBook, at: Instant): Omit<Clock, 'stream' | 'positions'> {
  const { id: dutyId, rule, kind, owner, overseer, status, startedAt, dueAt, endedAt } = duty;
  const { name, source } = rules.pack(duty.policy).duties.find(({ id }) => id === rule)!;
  const missed = kind === 'duty' && (status === 'met-late' || (status === 'open' && dueAt < at));
  const explanation = { zh: explain(duty, rules, 'zh-CN'), en: explain(duty, rules, 'en') };
  const ended = endedAt === undefined ? {} : { endedAt };
  return {
    ...{ dutyId, rule, name, source, kind, owner, overseer, status, startedAt, dueAt, ...ended },
    missed,
    explanation,
  };
}
