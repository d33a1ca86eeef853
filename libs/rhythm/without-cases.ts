import type { ReportDocument, Section } from '@huiyin/reports';

const caseColumn = ({ columns }: Section): number => columns.findIndex(({ id }) => id === 'case');

const caseIn = (row: Section['rows'][number], column: number): string | undefined => {
  const cell = row[column];
  return cell?.kind === 'verbatim' ? cell.text : undefined;
};

/** Every case that a document names. */
export const casesOf = ({ sections }: ReportDocument): readonly string[] => [
  ...new Set(
    sections.flatMap((section) => section.rows.flatMap((row) => caseIn(row, caseColumn(section)) ?? [])),
  ),
];

/** The document as somebody may read it who must not see some of the cases (Art. 30): their rows are gone. */
export const withoutCases = (document: ReportDocument, hidden: ReadonlySet<string>): ReportDocument => ({
  ...document,
  sections: document.sections.map((section) => ({
    ...section,
    rows: section.rows.filter((row) => !hidden.has(caseIn(row, caseColumn(section)) ?? '')),
  })),
});
