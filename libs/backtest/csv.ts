import { csvRecord, spreadsheetText } from '@huiyin/kernel';
import type { Course } from './course';
import { COUNTS, SIDES, type Line, type Side } from './tally';

const record = (fields: readonly (string | number | undefined)[]): string =>
  `${csvRecord(fields.map((field) => (typeof field === 'string' ? spreadsheetText(field) : field)))}\r\n`;

/** By office: each count as it was and as it would have been. */
export const backtestCsv = (offices: readonly (readonly [string, Line])[]): string =>
  [
    record(['office', ...COUNTS.flatMap((count) => SIDES.map((side) => `${count}_${side}`))]),
    ...offices.map(([office, line]) =>
      record([office, ...COUNTS.flatMap((count) => SIDES.map((side) => line[side][count]))]),
    ),
  ].join('');

export const MISSED_HEAD = record([
  'side',
  'case',
  'rule',
  'office',
  'due_at',
  'breached_at',
  'supervised_at',
  'reviewed_at',
  'finding',
]);

/** One missed duty, so that every figure can be opened down to its cases. */
export const missedCsv = (side: Side, course: Course): string => {
  const { caseId, rule, office, dueAt, breached, supervised, reviewed, finding } = course;
  const found =
    finding && (finding.outcome === 'fault' ? `${finding.kind}/${finding.gravity}` : finding.outcome);
  return record([side, caseId, rule, office, dueAt, breached, supervised, reviewed, found]);
};
