import type { LocalDate } from '@huiyin/kernel';
import { refOf, type Duty, type Fact, type RuleBook, type WorkCalendar } from '@huiyin/policy';

/** The calendar that the stream's pack counts by, as it is stamped on every event. */
export function stampOf(history: readonly { data: unknown }[], rules: RuleBook): Fact['meta'] {
  const named = history
    .map(({ data }) => (data as { pack?: unknown }).pack)
    .find((ref) => typeof ref === 'string');
  return named === undefined ? {} : { calendar: refOf(rules.calendar(rules.pack(named).calendar)) };
}

const revisions = new WeakMap<RuleBook, Map<string, RuleBook>>();

/** The rules after a notice that gives the last days of these duties off: what `RecomputeDuties` is for. */
export function revised(rules: RuleBook, duties: readonly Duty[]): RuleBook {
  const lastDays = [...new Set(duties.map(({ dueAt }) => dueAt.slice(0, '2026-03-17'.length)))].sort();
  const key = lastDays.join();
  const known = revisions.get(rules) ?? new Map<string, RuleBook>();
  revisions.set(rules, known);
  const revision = known.get(key) ?? withDaysOff(rules, lastDays);
  known.set(key, revision);
  return revision;
}

function withDaysOff(rules: RuleBook, lastDays: readonly LocalDate[]): RuleBook {
  const made = new Map<string, WorkCalendar>();
  return {
    pack: (ref) => rules.pack(ref),
    packs: () => rules.packs(),
    calendar(ref) {
      const calendar = rules.calendar(ref);
      if (ref.includes('@')) return calendar;
      const { id, version, daysOff } = calendar;
      const next = made.get(id) ?? { ...calendar, version: version + 1, daysOff: [...daysOff, ...lastDays] };
      made.set(id, next);
      return next;
    },
  };
}
