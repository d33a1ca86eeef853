import {
  bundledPacks,
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
  );
}

function packParts(pack: PolicyPack): string[] {
  const { name, firstDay, lastDay, calendar, timeZone, ladder } = pack;
  const rungs = ladder.rungs.map(({ name, faults }) => `${faults} → ${name.zh} ${name.en}`).join('; ');
  return [
    `## ${pack.id} version ${pack.version}: ${name.zh} ${name.en}`,
    `Calendar ${code(calendar)}, time zone ${timeZone}; first day ${firstDay}, last day ${lastDay}.`,
    table(
      ['Duty', 'Kind', 'Owed by', 'Raised by', 'Period', 'Met by', 'If missed', 'Source'],
      pack.duties.map(dutyRow),
    ),
    `Ladder (confirmed faults in ${ladder.window.amount} days): ${rungs}. ${ladder.source.zh} ${ladder.source.en}.`,
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

function selectorWords({ event, where }: EventSelector): string {
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

function stepWords({ do: action, offset: { amount, unit } }: EscalationStep): string {
  if (amount === 0) return `${action} when due`;
  const count = Math.abs(amount);
  return `${action} ${count} ${count === 1 ? unit.slice(0, -1) : unit} ${amount < 0 ? 'before' : 'after'}`;
}
