import { DAY_ms } from '@huiyin/kernel';
import { isKeptFrom, officeTree, type OfficeTree } from '@huiyin/domain';
import type { RuleBook, Text } from '@huiyin/policy';
import type { Column, ReportDocument, Section } from '@huiyin/reports';
import { idOf, type Asked } from '../asked';
import type { Escalated, Owed, OwedDuty } from '../material';
import { byText, namesOf, text, textCell } from './words';

/** What stands on one list at most; more of it is on the duty board. */
export const ROWS_MAX = 500;

const CASE: Column = {
  id: 'case',
  heading: text('信访件', 'Case'),
  definition: text('信访件编号', 'Id of the case'),
};
const TITLE: Column = {
  id: 'title',
  heading: text('标题', 'Title'),
  definition: text('登记的标题', 'As registered'),
};

const DUTY_COLUMNS: readonly Column[] = [
  CASE,
  TITLE,
  {
    id: 'duty',
    heading: text('职责', 'Duty'),
    definition: text('规则包中的职责', 'As the policy pack names it'),
  },
  {
    id: 'due',
    heading: text('到期', 'Due'),
    definition: text('按规则包和日历计算的到期时间', 'By the policy pack and the calendar'),
  },
  {
    id: 'overseer',
    heading: text('督促单位', 'Overseen by'),
    definition: text('催办、督办该职责的单位', 'The office that reminds and supervises'),
  },
];

const ESCALATED_COLUMNS: readonly Column[] = [
  CASE,
  TITLE,
  {
    id: 'what',
    heading: text('措施', 'Step'),
    definition: text('尚未办结的督办或责任倒查', 'A supervision order or a review that is not closed'),
  },
  {
    id: 'since',
    heading: text('自', 'Since'),
    definition: text('发出或启动的时间', 'When it was ordered or opened'),
  },
  {
    id: 'by',
    heading: text('发起单位', 'By'),
    definition: text('督办或倒查的单位', 'The office that supervises or reviews'),
  },
];

const WHAT: Readonly<Record<Escalated['what'], Text>> = {
  supervision: text('督办', 'Supervision order'),
  review: text('责任倒查', 'Accountability review'),
};

/** Every morning each head gets the list of the own office, and of no other (日清单). */
export function dailyList(asked: Asked, position: number, owed: Owed, rules: RuleBook): ReportDocument {
  const office = asked.office!;
  const tree = officeTree(
    Object.fromEntries(
      owed.offices.map(({ id, superior, successor }) => [
        id,
        { superior: superior ?? undefined, successor: successor ?? undefined },
      ]),
    ),
  );
  const duties = owed.duties.filter(
    ({ duty, keptFrom }) => duty.owner === office && seen(keptFrom, office, tree),
  );
  const escalated = owed.escalated.filter((one) => one.office === office && seen(one.keptFrom, office, tree));
  const name = namesOf(owed.offices);
  return {
    format: 1,
    id: idOf(asked),
    kind: 'daily-list',
    title: {
      zh: `${name(office).zh}日清单（${asked.period.to}）`,
      en: `Daily list of ${name(office).en}, ${asked.period.to}`,
    },
    period: asked.period,
    scope: { of: 'office', office, name: name(office) },
    computedAt: { position, instant: asked.at },
    policies: distinct(duties.map(({ duty }) => duty.policy)),
    calendars: distinct(duties.map(({ duty }) => duty.calendar)),
    notes: [],
    sections: [...dutySections(asked, duties, rules, name), escalatedSection(escalated, name)],
  };
}

const seen = (keptFrom: readonly string[], office: string, tree: OfficeTree): boolean =>
  !isKeptFrom(office, keptFrom, tree);

const distinct = (refs: readonly string[]): readonly string[] => [...new Set(refs)].sort(byText);

function dutySections(
  { at, dueSoon_days }: Asked,
  duties: readonly OwedDuty[],
  rules: RuleBook,
  name: (office: string) => Text,
): readonly Section[] {
  const before = new Date(Date.parse(at) - DAY_ms).toISOString();
  const soon = new Date(Date.parse(at) + dueSoon_days * DAY_ms).toISOString();
  const section = (id: string, heading: Text, which: (one: OwedDuty) => boolean): Section => ({
    id,
    heading,
    columns: DUTY_COLUMNS,
    ...bounded(
      duties
        .filter(which)
        .sort((a, b) => byText(a.duty.dueAt, b.duty.dueAt) || byText(a.duty.id, b.duty.id))
        .map(({ caseId, title, duty }) => [
          { kind: 'verbatim', text: caseId, cases: `/api/v1/cases/${caseId}` },
          { kind: 'verbatim', text: title },
          textCell(rules.pack(duty.policy).duties.find(({ id }) => id === duty.rule)!.name),
          { kind: 'instant', instant: duty.dueAt },
          textCell(name(duty.overseer)),
        ]),
    ),
  });
  return [
    section(
      'new',
      text('新增（24小时内）', 'New (last 24 hours)'),
      ({ duty }) => duty.startedAt > before && duty.startedAt <= at,
    ),
    section(
      'due-soon',
      text(`即将到期（${dueSoon_days}日内）`, `Due soon (within ${dueSoon_days} days)`),
      ({ duty }) => duty.dueAt >= at && duty.dueAt <= soon,
    ),
    section('overdue', text('已逾期', 'Overdue'), ({ duty }) => duty.dueAt < at),
  ];
}

const escalatedSection = (escalated: readonly Escalated[], name: (office: string) => Text): Section => ({
  id: 'escalated',
  heading: text('督办与倒查', 'Escalated'),
  columns: ESCALATED_COLUMNS,
  ...bounded(
    [...escalated]
      .sort((a, b) => byText(a.since, b.since) || byText(a.id, b.id))
      .map(({ caseId, title, what, since, by }) => [
        { kind: 'verbatim', text: caseId, cases: `/api/v1/cases/${caseId}` },
        { kind: 'verbatim', text: title },
        textCell(WHAT[what]),
        { kind: 'instant', instant: since },
        textCell(name(by)),
      ]),
  ),
});

function bounded(rows: Section['rows']): Pick<Section, 'rows' | 'paragraphs'> {
  if (rows.length <= ROWS_MAX) return { rows, paragraphs: [] };
  const cut = text(
    `仅列前${ROWS_MAX}项，其余见职责台账。`,
    `The first ${ROWS_MAX} only; the others are on the duty board.`,
  );
  return { rows: rows.slice(0, ROWS_MAX), paragraphs: [cut] };
}
