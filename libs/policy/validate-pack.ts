import { isTimeZone } from '@huiyin/kernel';
import { clockTime } from './deadline';
import type { DutyRule, Period, PolicyPack } from './pack';
import { escalationProblems } from './escalation-problems';
import type { EventSchemas } from './event-schema';
import { fieldProblems, triggerFieldProblems } from './field-problems';
import { inForceProblems, type AdoptedPacks } from './in-force-problems';
import { ladderProblems } from './ladder-problems';
import { packSchema } from './pack-schema';
import { inOneLine, repeated, type Path, type Problem } from './problem';
import { serviceProblems } from './service';
import { stepTriggerProblems, supervisionProblems } from './supervision-problems';

function periodProblems(period: Period | undefined, path: Path): Problem[] {
  if (period?.unit !== 'weekday-clock') return [];
  const open = clockTime(period.opens) < clockTime(period.closes);
  return open ? [] : [{ path: [...path, 'closes'], message: 'the clock closes before it opens' }];
}

function eventProblems(rule: DutyRule, path: Path, events: Known['events']): Problem[] {
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

/** Events of one kind of stream do not end what those of another one raise. */
function dischargeProblems(
  { raisedBy, dischargedBy }: DutyRule,
  path: Path,
  events: Known['events'],
): Problem[] {
  const streams = raisedBy.flatMap(({ event }) => events.get(event) ?? []);
  const known = dischargedBy.every(({ event }) => events.has(event)) && streams.length > 0;
  const meets = dischargedBy.some(({ event }) => events.get(event)?.some((one) => streams.includes(one)));
  return !known || meets
    ? []
    : [{ path: [...path, 'dischargedBy'], message: 'never discharged: these events are of other streams' }];
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

function ruleProblems(rule: DutyRule, path: Path, events: Known['events']): Problem[] {
  const { period } = rule;
  const own = 'unit' in period ? period : 'otherwise' in period ? period.otherwise : undefined;
  return [
    ...eventProblems(rule, path, events),
    ...dischargeProblems(rule, path, events),
    ...stepProblems(rule, path),
    ...periodProblems(own, [...path, 'period']),
    ...(rule.pausedBy && own?.unit === 'weekday-clock'
      ? [{ path: [...path, 'pausedBy'], message: 'a weekday clock cannot be paused' }]
      : []),
  ];
}

/** What a pack may lean on. */
export interface Known {
  /** Event type → the kinds of stream that can hold it; a rule that names another one would never fire. */
  events: ReadonlyMap<string, readonly string[]>;
  /** What the data of an event holds; without it, conditions and fields are not looked at. */
  schemas?: EventSchemas | undefined;
  /** The packs that have been adopted; without them, `inForce.before` is not looked at. */
  packs?: AdoptedPacks | undefined;
  /** Whether a calendar has been adopted; without it, `calendar` is not looked at. */
  calendars?: ((ref: string) => boolean) | undefined;
}

function contradictions(pack: PolicyPack, known: Known): Problem[] {
  const { events, calendars, schemas } = known;
  return [
    ...(calendars === undefined || calendars(pack.calendar)
      ? []
      : [{ path: ['calendar'], message: `unknown calendar ${pack.calendar}` }]),
    ...(isTimeZone(pack.timeZone)
      ? []
      : [{ path: ['timeZone'], message: `unknown time zone ${pack.timeZone}` }]),
    ...repeated(
      pack.duties.map(({ id }) => id),
      ['duties'],
    ),
    ...pack.duties.flatMap((rule, index) => ruleProblems(rule, ['duties', index], events)),
    ...escalationProblems(pack.duties),
    ...stepTriggerProblems(pack.duties),
    ...(pack.supervision ? supervisionProblems(pack.supervision, events) : []),
    ...(schemas ? fieldProblems(pack.duties, schemas) : []),
    ...(schemas && pack.supervision ? triggerFieldProblems(pack.supervision, schemas) : []),
    ...ladderProblems(pack.ladder, pack.duties),
    ...inForceProblems(pack, known.packs),
    ...Object.entries(pack.services ?? {}).flatMap(([code, period]) =>
      periodProblems(period, ['services', code]),
    ),
    ...serviceProblems(pack.offered ?? []),
  ];
}

/** What is wrong with a pack that is to be adopted; empty when nothing is. */
export function packProblems(given: unknown, known: Known): readonly Problem[] {
  const parsed = packSchema.safeParse(given);
  return parsed.success ? contradictions(given as PolicyPack, known) : parsed.error.issues;
}

/** The same in one line each: `path: message`. */
export const validatePack = (given: unknown, known: Known): string[] =>
  packProblems(given, known).map(inOneLine);
