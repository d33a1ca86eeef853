import {
  bundledPacks,
  ladders,
  MEASURES,
  POSTS,
  RANKED_DUTIES,
  type Ladder,
  type LadderRung,
  type Post,
  type DutyRule,
  type EscalationStep,
  type EventSelector,
  type OfficeRef,
  type PolicyPack,
} from '@huiyin/policy';
import { periodWords } from '@huiyin/policy/words';
import { code, page, table } from './markdown';

/** What each bundled pack says is owed, by whom, in what time, and what follows when it is not. */
export function dutiesPage(): string {
  return page(
    'Duties 职责与期限',
    'From the bundled policy packs. A *window* is a right that lapses; missing it is nobody’s fault.',
    ...bundledPacks.flatMap(packParts),
    '## Ladders 问责阶梯',
    'Only confirmed faults count, and where a ladder says so, places in a ranking of the offices’ own duties. A city takes a ladder by adopting its pack’s next version with it.',
    ...ladders.flatMap(ladderParts),
  );
}

function packParts(pack: PolicyPack): string[] {
  const { name, firstDay, lastDay, calendar, timeZone, ladder } = pack;
  return [
    `## ${pack.id} version ${pack.version}: ${name.zh} ${name.en}`,
    `Calendar ${code(calendar)}, time zone ${timeZone}; first day ${firstDay}, last day ${lastDay}.`,
    table(
      ['Duty', 'Kind', 'Owed by', 'Raised by', 'Period', 'Met by', 'If missed', 'Source'],
      pack.duties.map(dutyRow),
    ),
    ...supervisionParts(pack),
    `Ladder ${code(ladder.id)}, below.`,
  ];
}

function supervisionParts({ supervision }: PolicyPack): string[] {
  if (!supervision) return [];
  return [
    'An office is put under supervision 督办 by itself where a duty’s steps say so, and where the record comes to:',
    table(
      ['Trigger', 'For', 'Counts', 'From', 'Source'],
      supervision.triggers.map((rule) => [
        `${code(rule.id)} ${rule.name.zh} ${rule.name.en}`,
        rule.trigger,
        rule.on.map((one) => selectorWords(one) + (one.amount ? ` its ${code(one.amount)}` : '')).join(', '),
        `${rule.atLeast}${rule.again ? ', and each further' : ', once'}`,
        `${rule.source.zh} ${rule.source.en}`,
      ]),
    ),
    `Looked at before it is closed as solved: ${supervision.checklist.map(({ name }) => `${name.zh} ${name.en}`).join(' · ')}`,
  ];
}

function ladderParts({
  id,
  source,
  window,
  ranking,
  noAwardAfterTalks,
  comeDownAfter_days,
  rungs,
}: Ladder): string[] {
  return [
    `### ${id}`,
    `${source.zh}. ${source.en}. Window ${window.amount} days${
      ranking
        ? `; ranking every ${ranking.every} of ${RANKED_DUTIES[ranking.ranks].en}, the ${ranking.worst} worst`
        : ''
    }${noAwardAfterTalks ? `; no award after ${noAwardAfterTalks} talks in a year` : ''}${
      comeDownAfter_days ? `; comes down after ${comeDownAfter_days} days at the earliest` : ''
    }.`,
    table(['Rung', 'Reached by', 'Asks for'], rungs.map(rungRow)),
  ];
}

const postsOf = (posts: readonly Post[]): string => posts.map((post) => POSTS[post].en).join(', ');

function rungRow(rung: LadderRung): string[] {
  const {
    name,
    faults,
    heightenedFaults,
    placings,
    talk,
    rectification,
    measures = [],
    keyManagement,
  } = rung;
  const reached = [
    faults && `${faults} faults`,
    heightenedFaults && `${heightenedFaults} in one heightened period`,
    placings && `${placings} placings`,
  ];
  const asks = [
    talk &&
      `${talk.collective ? 'collective talk' : 'talk'} by ${postsOf(talk.by)} with ${postsOf(talk.with)} in ${talk.within_days} days`,
    ...measures.map(({ measure, within_days }) => `${MEASURES[measure].en} in ${within_days} days`),
    rectification && `rectification in ${rectification.within_days} days`,
    keyManagement && 'key management',
  ];
  return [
    `${code(rung.id)} ${name.zh} ${name.en}`,
    reached.filter(Boolean).join(' or '),
    asks.filter(Boolean).join('; '),
  ];
}

const dutyRow = (rule: DutyRule): string[] => [
  `${code(rule.id)} ${rule.name.zh} ${rule.name.en}`,
  rule.kind,
  officeWords(rule.owner),
  rule.raisedBy.map(selectorWords).join(', '),
  periodOf(rule),
  rule.dischargedBy.map(selectorWords).join(', '),
  rule.escalation.map(stepWords).join(', '),
  `${rule.source.zh} ${rule.source.en}`,
];

const officeWords = (ref: OfficeRef): string => ('field' in ref ? `field ${code(ref.field)}` : ref.role);

function selectorWords({ event, where }: Pick<EventSelector, 'event' | 'where'>): string {
  const conditions = Object.entries(where ?? {}).map(([field, value]) => `${field} = ${value}`);
  return code(event) + (conditions.length > 0 ? ` (${conditions.join(', ')})` : '');
}

function periodOf({ period, extendedBy }: DutyRule): string {
  const extension = extendedBy ? `, extended by at most ${extendedBy.max_days} days` : '';
  if ('service' in period) return `as set for the service in ${code(period.service)}${extension}`;
  if ('unit' in period) return periodWords(period).en + extension;
  if ('until' in period) return `until the day in ${code(period.until)}${extension}`;
  return `as set in ${code(period.field)}, otherwise ${periodWords(period.otherwise).en}${extension}`;
}

function stepWords({ do: action, offset: { amount, unit }, trigger }: EscalationStep): string {
  const given = trigger ? ` for ${trigger}` : '';
  if (amount === 0) return `${action}${given} when due`;
  const count = Math.abs(amount);
  return `${action}${given} ${count} ${count === 1 ? unit.slice(0, -1) : unit} ${amount < 0 ? 'before' : 'after'}`;
}
