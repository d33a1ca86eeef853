import { REPORT_KINDS, type Cell, type ReportDocument, type Section } from './document';

/** What is wrong with a document, each with its place; empty when it can be rendered. A bug of the report, never of a reader. */
export function problemsOf(document: ReportDocument): readonly string[] {
  const { kind, period, sections } = document;
  return [
    ...(REPORT_KINDS.includes(kind) ? [] : [`kind: ${String(kind)}`]),
    ...(period.from <= period.to ? [] : [`period: ${period.to} is before ${period.from}`]),
    ...repeated(sections.map(({ id }) => id)).map((id) => `sections: ${id} twice`),
    ...sections.flatMap(sectionProblems),
  ];
}

function sectionProblems({ id, columns, rows, total }: Section): readonly string[] {
  const all = total ? [...rows, total] : rows;
  return [
    ...repeated(columns.map((column) => column.id)).map((column) => `${id}: column ${column} twice`),
    ...columns
      .filter(({ definition }) => definition.zh === '' || definition.en === '')
      .map((column) => `${id}: column ${column.id} is not defined`),
    ...all.flatMap((row, index) =>
      row.length === columns.length ? [] : [`${id}: row ${index} has ${row.length} cells`],
    ),
    ...all.flatMap((row, index) =>
      row.flatMap((cell) => cellProblem(cell).map((what) => `${id}: row ${index}: ${what}`)),
    ),
  ];
}

function cellProblem(cell: Cell): readonly string[] {
  if (cell.kind === 'count' && !isCount(cell.value)) return [`${cell.value} is no count`];
  if (cell.kind !== 'rate') return [];
  const { numerator, denominator } = cell;
  return isCount(numerator) && isCount(denominator) ? [] : [`${numerator}/${denominator} is no rate`];
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

const repeated = (ids: readonly string[]): readonly string[] =>
  ids.filter((id, index) => ids.indexOf(id) !== index);
