import { csvRecord, spreadsheetText, unreachable } from '@huiyin/kernel';
import type { Cell, ReportDocument, Section } from '../document';
import { localMinute, shownCell, type Reading } from './cell';
import { inWords, type ReportLanguage } from './language';
import { CSV_WORDS, WORDS } from './words';

const BOM = '\uFEFF';
const LINE_END = '\r\n';

export interface CsvOptions {
  language: ReportLanguage;
  /** Excel takes a file without it for one in the local code page, and shows Chinese as rubbish. */
  bom: boolean;
  /** Only this section, as a table. Default: all of them, one record a figure with its definition. */
  section?: string | undefined;
}

/** No such section in this report. */
export class UnknownSection extends Error {}

/** RFC 4180 in UTF-8; no text of it is taken for a formula. Throws UnknownSection. */
export function reportCsv(document: ReportDocument, { language, bom, section }: CsvOptions): string {
  const reading = { language, timeZone: document.period.timeZone };
  const records = section === undefined ? everyCell(document, reading) : tableOf(document, section, reading);
  const lines = records.map((fields) => csvRecord(fields.map((field) => safe(field))) + LINE_END);
  return (bom ? BOM : '') + lines.join('');
}

type Field = string | number | undefined;
const safe = (field: Field): Field => (typeof field === 'string' ? spreadsheetText(field) : field);

function tableOf(document: ReportDocument, id: string, reading: Reading): readonly (readonly Field[])[] {
  const section = document.sections.find((one) => one.id === id);
  if (!section) throw new UnknownSection(id);
  const head = section.columns.map(({ heading }) => inWords(heading, reading.language));
  return [head, ...rowsOf(section).map((row) => row.map((cell) => plain(cell, reading)))];
}

const rowsOf = ({ rows, total }: Section): readonly (readonly Cell[])[] => (total ? [...rows, total] : rows);

function everyCell(document: ReportDocument, reading: Reading): readonly (readonly Field[])[] {
  const head = Object.values(CSV_WORDS).map((words) => inWords(words, reading.language));
  return [head, ...document.sections.flatMap((section) => sectionCells(document, section, reading))];
}

function sectionCells(
  { id, computedAt: { position } }: ReportDocument,
  section: Section,
  reading: Reading,
): readonly (readonly Field[])[] {
  const { language } = reading;
  return rowsOf(section).flatMap((row, index) =>
    row.map((cell, at): readonly Field[] => {
      const { heading, definition } = section.columns[at]!;
      const number = index < section.rows.length ? index + 1 : inWords(WORDS.total, language);
      const parts = cell.kind === 'rate' ? [cell.numerator, cell.denominator] : [undefined, undefined];
      return [
        ...[id, position, inWords(section.heading, language), number, labelOf(row, reading)],
        ...[inWords(heading, language), plain(cell, reading), ...parts, inWords(definition, language)],
      ];
    }),
  );
}

/** A row is called by its first cell. */
const labelOf = ([first]: readonly Cell[], reading: Reading): string =>
  first ? shownCell(first, reading) : '';

/** A number as a number, a rate as the part of one: what a spreadsheet can go on with. */
function plain(cell: Cell, reading: Reading): Field {
  switch (cell.kind) {
    case 'count':
    case 'score':
      return cell.value;
    case 'rate':
      return cell.denominator === 0 ? undefined : cell.numerator / cell.denominator;
    case 'duration':
      return cell.hours;
    case 'none':
      return undefined;
    case 'instant':
      return localMinute(cell.instant, reading.timeZone);
    case 'suppressed':
    case 'text':
    case 'verbatim':
    case 'date':
      return shownCell(cell, reading);
    default:
      return unreachable(cell);
  }
}
