import { clockTime } from './deadline';
import type { DutyRule, Period, PolicyPack } from './pack';
import { packSchema } from './pack-schema';
import { serviceProblems } from './service';

type Path = readonly PropertyKey[];

/** `duties[3].period.amount` */
const written = (path: Path): string =>
  path.reduce<string>(
    (text, key) => text + (typeof key === 'number' ? `[${key}]` : `${text && '.'}${String(key)}`),
    '',
  );

interface Problem {
  path: Path;
  message: string;
}

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

function repeated(ids: readonly string[], at: Path): Problem[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? [{ path: [...at, index, 'id'], message: `${id} is there twice` }] : [],
  );
}

function periodProblems(period: Period | undefined, path: Path): Problem[] {
  if (period?.unit !== 'weekday-clock') return [];
  const open = clockTime(period.opens) < clockTime(period.closes);
  return open ? [] : [{ path: [...path, 'closes'], message: 'the clock closes before it opens' }];
}

function eventProblems(rule: DutyRule, path: Path, events: ReadonlySet<string>): Problem[] {
  const lists = ['raisedBy', 'dischargedBy', 'cancelledBy', 'handedOverBy'] as const;
  const named: [Path, string][] = lists.flatMap((list) =>
    (rule[list] ?? []).map(({ event }, index): [Path, string] => [[...path, list, index, 'event'], event]),
  );
  if (rule.extendedBy) named.push([[...path, 'extendedBy', 'event'], rule.extendedBy.event]);
  if (rule.pausedBy) {
    named.push(
      [[...path, 'pausedBy', 'begin'], rule.pausedBy.begin],
      [[...path, 'pausedBy', 'end'], rule.pausedBy.end],
    );
  }
  return named.flatMap(([at, event]) =>
    events.has(event) ? [] : [{ path: at, message: `unknown event ${event}` }],
  );
}

function stepProblems({ kind, escalation }: DutyRule, path: Path): Problem[] {
  const problems: Problem[] = escalation.flatMap((step, index) => {
    const at = [...path, 'escalation', index];
    if (kind === 'window' && step.do !== 'remind') {
      return [{ path: [...at, 'do'], message: 'a window lapses: it can be reminded of, nothing else' }];
    }
    return (step.do === 'breach' && step.offset.amount !== 0) ||
      (step.do !== 'remind' && step.offset.amount < 0)
      ? [
          {
            path: [...at, 'offset', 'amount'],
            message: `${step.do} comes at ${step.do === 'breach' ? '' : 'or after '}the due time`,
          },
        ]
      : [];
  });
  if (kind === 'duty' && !escalation.some((step) => step.do === 'breach')) {
    problems.push({
      path: [...path, 'escalation'],
      message: 'a duty without a breach step is never answered for',
    });
  }
  return problems;
}

function ruleProblems(rule: DutyRule, path: Path, events: ReadonlySet<string>): Problem[] {
  const { period } = rule;
  const own = 'unit' in period ? period : 'otherwise' in period ? period.otherwise : undefined;
  return [
    ...eventProblems(rule, path, events),
    ...stepProblems(rule, path),
    ...periodProblems(own, [...path, 'period']),
    ...(rule.pausedBy && own?.unit === 'weekday-clock'
      ? [{ path: [...path, 'pausedBy'], message: 'a weekday clock cannot be paused' }]
      : []),
  ];
}

function packProblems(pack: PolicyPack, events: ReadonlySet<string>): Problem[] {
  const { rungs } = pack.ladder;
  return [
    ...(isTimeZone(pack.timeZone)
      ? []
      : [{ path: ['timeZone'], message: `unknown time zone ${pack.timeZone}` }]),
    ...repeated(
      pack.duties.map(({ id }) => id),
      ['duties'],
    ),
    ...pack.duties.flatMap((rule, index) => ruleProblems(rule, ['duties', index], events)),
    ...repeated(
      rungs.map(({ id }) => id),
      ['ladder', 'rungs'],
    ),
    ...rungs.flatMap(({ faults }, index) =>
      index > 0 && faults <= rungs[index - 1]!.faults
        ? [{ path: ['ladder', 'rungs', index, 'faults'], message: 'must be more than the rung before' }]
        : [],
    ),
    ...Object.entries(pack.services ?? {}).flatMap(([code, period]) =>
      periodProblems(period, ['services', code]),
    ),
    ...serviceProblems(pack.offered ?? []),
  ];
}

/**
 * What is wrong with a pack that is to be adopted, one line each, `path: message`; empty when nothing is.
 * `events` are the types that streams can hold: a rule that names another one would never fire.
 */
export function validatePack(given: unknown, events: Iterable<string>): string[] {
  const parsed = packSchema.safeParse(given);
  const problems: readonly Problem[] = parsed.success
    ? packProblems(given as PolicyPack, new Set(events))
    : parsed.error.issues;
  return problems.map(({ path, message }) => `${written(path) || 'pack'}: ${message}`);
}
