// One list, circular or ranking, as it went out.
import { get, segment } from './api.js';
import { h, setText } from './dom.js';
import { language, pick, t } from './language.js';
import { caseAddress } from './route.js';
import { table } from './table.js';
import { dateTime } from './time.js';

const CASE_PATH = '/api/v1/cases/';

/** @type {import('./main.js').View} */
export function listFile({ id = '' }) {
  const body = h('div', { class: 'bulletin' });
  const heading = h('h2', { tabindex: '-1' }, t('bulletins.title'));
  let shown = '';
  return {
    title: t('bulletins.title'),
    heading,
    elements: [body],
    load: () => get(`/bulletins/${segment(id)}`),
    show(found) {
      if (!found) {
        body.replaceChildren(h('p', { class: 'empty' }, t('bulletins.missing')));
        return;
      }
      // What went out does not change: it is drawn once.
      if (shown !== id) body.replaceChildren(...drawn(found));
      shown = id;
      const title = pick(found.document.title);
      setText(heading, title);
      return title;
    },
  };
}

/** @param {any} found */
function drawn({ id, at, countedTo, sha256, document: { notes, sections, period } }) {
  const made = t('bulletins.made', { at: dateTime(at, period.timeZone), position: countedTo });
  return [
    h('p', { class: 'about' }, made),
    h('p', {}, ...['html', 'csv'].map((format) => asFile(id, format))),
    sha256 && h('p', { class: 'about' }, `SHA-256 ${sha256}`),
    ...notes.map((/** @type {any} */ note) => h('p', { class: 'note' }, pick(note))),
    ...sections.map((/** @type {any} */ section) => drawnSection(section, period.timeZone)),
  ].filter(Boolean);
}

/** To be printed, or for a spreadsheet. @param {string} id @param {string} format */
const asFile = (id, format) =>
  h(
    'a',
    { class: 'file', href: `/api/v1/reports/${segment(id)}.${format}?lang=${language()}` },
    t(`bulletins.${format}`),
  );

/** @param {any} section @param {string} zone */
function drawnSection({ id, heading, paragraphs, columns, rows, total }, zone) {
  const all = total ? [...rows, total] : rows;
  const grid = table({
    name: pick(heading),
    columns: columns.map((/** @type {any} */ column, /** @type {number} */ at) => ({
      title: pick(column.heading),
      cell: (/** @type {any} */ { cells }) => drawnCell(cells[at], zone),
    })),
    keyOf: (/** @type {any} */ { key }) => key,
    none: t('bulletins.nothing'),
  });
  grid.show(all.map((/** @type {any} */ cells, /** @type {number} */ key) => ({ key: String(key), cells })));
  const definitions = columns.map((/** @type {any} */ { heading: name, definition }) =>
    h('p', { class: 'about' }, `${pick(name)}: ${pick(definition)}`),
  );
  return h(
    'section',
    { id: `section-${id}` },
    h('h3', {}, pick(heading)),
    ...paragraphs.map((/** @type {any} */ words) => h('p', { class: 'note' }, pick(words))),
    grid.element,
    h('details', { 'data-name': id }, h('summary', {}, t('bulletins.definitions')), definitions),
  );
}

/** @param {any} cell @param {string} zone */
function drawnCell(cell, zone) {
  switch (cell.kind) {
    case 'count':
      return String(cell.value);
    case 'rate':
      return `${((100 * cell.numerator) / cell.denominator).toFixed(1)} % (${cell.numerator}/${cell.denominator})`;
    case 'duration':
      return t('hours', { n: cell.hours });
    case 'score':
      return cell.value.toFixed(cell.digits);
    case 'suppressed':
      return `< ${cell.below}`;
    case 'text':
      return pick(cell.text);
    case 'verbatim':
      return cell.cases?.startsWith(CASE_PATH)
        ? h('a', { href: caseAddress(cell.text) }, cell.text.slice(0, 8))
        : cell.text;
    case 'date':
      return cell.date;
    case 'instant':
      return h('time', { datetime: cell.instant }, dateTime(cell.instant, zone));
    default:
      return '–';
  }
}
