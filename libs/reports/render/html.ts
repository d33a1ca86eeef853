import { escapeHtml } from '@huiyin/kernel';
import type { Text } from '@huiyin/policy';
import type { Cell, Column, ReportDocument, Section } from '../document';
import { isFigure, localMinute, shownCell, type Reading } from './cell';
import { inWords, type ReportLanguage } from './language';
import { COLUMNS_UPRIGHT_MAX, pageMargins, STYLE } from './style';
import { WORDS } from './words';

/** One page that needs nothing else, for a screen and for A4; every text of it is escaped. */
export function reportHtml(document: ReportDocument, language: ReportLanguage): string {
  const say = (text: Text): string => escapeHtml(inWords(text, language));
  const reading = { language, timeZone: document.period.timeZone };
  const notes = document.notes.map((note) => `<p>${say(note)}</p>`).join('\n');
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${say(document.title)}</title>
<style>${styleOf(document, language)}</style></head>
<body><h1>${say(document.title)}</h1>
<dl class="about">${about(document, reading)}</dl>
${notes && `<section><h2>${say(WORDS.notes)}</h2>${notes}</section>`}
${document.sections.map((section) => sectionHtml(section, reading)).join('\n')}
</body></html>
`;
}

/** The style sheet of a page, by whose digest a content security policy lets it in. */
export function styleOf({ title, id, computedAt }: ReportDocument, language: ReportLanguage): string {
  const words = (text: Text): string => inWords(text, language);
  const place = `${id} · ${words(WORDS.position)} ${computedAt.position}`;
  const page = [`${words(WORDS.page)} `, ` ${words(WORDS.ofPages)} `, ` ${words(WORDS.pages)}`] as const;
  return STYLE + pageMargins(words(title), place, page);
}

function about(document: ReportDocument, reading: Reading): string {
  const { period, scope, computedAt, policies, calendars } = document;
  const words = (text: Text): string => inWords(text, reading.language);
  const listed = (items: readonly string[]): string => items.join(', ') || words(WORDS.unused);
  const of = scope.of === 'city' ? words(WORDS.city) : scope.of === 'area' ? scope.area : words(scope.name);
  const rows: [Text, string][] = [
    [WORDS.period, `${period.from} ${words(WORDS.to)} ${period.to} (${period.timeZone})`],
    [WORDS.scope, of],
    [WORDS.position, String(computedAt.position)],
    [WORDS.judgedAt, localMinute(computedAt.instant, period.timeZone)],
    [WORDS.policies, listed(policies)],
    [WORDS.calendars, listed(calendars)],
  ];
  return rows
    .map(([term, said]) => `<dt>${escapeHtml(words(term))}</dt><dd>${escapeHtml(said)}</dd>`)
    .join('\n');
}

function sectionHtml(section: Section, reading: Reading): string {
  const say = (text: Text): string => escapeHtml(inWords(text, reading.language));
  const { id, heading, paragraphs, columns } = section;
  const wide = columns.length > COLUMNS_UPRIGHT_MAX ? ' class="wide"' : '';
  const said = paragraphs.map((paragraph) => `<p>${say(paragraph)}</p>`).join('');
  const definitions = columns
    .filter(isExplained)
    .map(
      (column) =>
        `<dt>${say(column.heading)}</dt><dd>${say(column.definition)}${column.source ? ` (${say(WORDS.source)}: ${say(column.source)})` : ''}</dd>`,
    );
  return `<section id="${escapeHtml(id)}"${wide}><h2>${say(heading)}</h2>${said}
${columns.length === 0 ? '' : tableHtml(section, reading)}
<dl class="definitions" aria-label="${say(WORDS.definitions)}">${definitions.join('\n')}</dl></section>`;
}

function tableHtml({ columns, rows, total }: Section, reading: Reading): string {
  const say = (text: Text): string => escapeHtml(inWords(text, reading.language));
  if (rows.length === 0) return `<p>${say(WORDS.noRows)}</p>`;
  const head = columns.map(
    ({ heading }, index) => `<th scope="col"${sideOf(rows[0]![index]!)}>${say(heading)}</th>`,
  );
  const foot = total && `<tfoot>${rowHtml(total, reading)}</tfoot>`;
  return `<table><thead><tr>${head.join('')}</tr></thead>
<tbody>${rows.map((row) => rowHtml(row, reading)).join('\n')}</tbody>${foot ?? ''}</table>`;
}

const rowHtml = (row: readonly Cell[], reading: Reading): string =>
  `<tr>${row.map((cell) => `<td${sideOf(cell)}>${cellHtml(cell, reading)}</td>`).join('')}</tr>`;

function sideOf(cell: Cell): string {
  if (isFigure(cell)) return ' class="figure"';
  return cell.kind === 'instant' || cell.kind === 'date' ? ' class="instant"' : '';
}

/** A column whose heading says all is not explained again. */
const isExplained = ({ heading, definition }: Column): boolean =>
  heading.zh !== definition.zh || heading.en !== definition.en;

/** A path of this server alone: no address of a document leads elsewhere. */
const OWN_PATH = /^\/(?!\/)[^\s\\]*$/;

function cellHtml(cell: Cell, reading: Reading): string {
  const shown = escapeHtml(shownCell(cell, reading));
  const cases = 'cases' in cell ? cell.cases : undefined;
  return cases !== undefined && OWN_PATH.test(cases) ? `<a href="${escapeHtml(cases)}">${shown}</a>` : shown;
}
