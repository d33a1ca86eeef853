// Search and list of cases.
import { get, list, ROWS_MAX } from './api.js';
import { caseLink, due } from './board.js';
import { asked, caseFilters } from './case-filters.js';
import { h } from './dom.js';
import { t } from './language.js';
import { dutyName, learn, officeName, zoneOf } from './names.js';
import { table } from './table.js';
import { date } from './time.js';

const ROWS = 50;

/** @param {string} status */
export const statusTag = (status) =>
  h('span', { class: 'tag', 'data-status': status }, t(`status.${status}`));

/** @type {import('./main.js').View} */
export function caseList({ query, setQuery, refresh }) {
  let now = '';
  let wanted = ROWS;
  const count = h('p', { class: 'count', role: 'status' });
  const filters = caseFilters(query(), (narrowed) => {
    wanted = ROWS;
    setQuery(narrowed);
  });
  const rows = table({
    name: t('cases.title'),
    columns: [
      { title: t('case'), cell: (/** @type {any} */ row) => caseLink({ ...row, caseId: row.id }) },
      { title: t('cases.status'), cell: (/** @type {any} */ row) => statusTag(row.status) },
      { title: t('cases.held'), cell: (/** @type {any} */ row) => officeName(row.office) },
      {
        title: t('cases.received'),
        cell: (/** @type {any} */ row) =>
          h('time', { datetime: row.receivedAt }, date(row.receivedAt, zoneOf(row.pack))),
      },
      { title: t('cases.accepted'), cell: accepted },
      { title: t('cases.rated'), cell: rated },
      { title: t('cases.next'), cell: (/** @type {any} */ row) => nextDuty(row, now) },
    ],
    keyOf: ({ id }) => id,
    none: t('cases.none'),
    more: () => {
      wanted = Math.min(ROWS_MAX, wanted + 3 * ROWS);
      refresh();
    },
  });
  return {
    title: t('cases.title'),
    elements: [filters.form, count, rows.element],
    async load() {
      const [found, counts] = await Promise.all([
        list('/cases', asked(query()), wanted),
        get('/case-counts', asked(query())),
      ]);
      await learn(
        [query()['acceptedBy'], ...found.items.flatMap(({ office, acceptedBy }) => [office, acceptedBy])],
        found.items.map(({ pack }) => pack),
      );
      return { ...found, counts };
    },
    show({ items, more, counts }, at) {
      now = at;
      filters.showOffices();
      const n = Object.values(counts).reduce((sum, each) => sum + each, 0);
      count.textContent = t('cases.count', { n });
      rows.show(items, more);
    },
  };
}

/** When, and by which office. @param {any} row */
const accepted = ({ acceptedAt, acceptedBy, pack }) =>
  acceptedAt
    ? [
        h('time', { datetime: acceptedAt }, date(acceptedAt, zoneOf(pack))),
        h('span', { class: 'about' }, officeName(acceptedBy)),
      ]
    : h('span', { class: 'about' }, t('cases.notYet'));

/** Of the handling office, then of the petition department. @param {any} row */
const rated = ({ handlingOfficeRating, petitionDepartmentRating }) =>
  handlingOfficeRating
    ? [
        h('span', { class: 'what' }, t(`rating.${handlingOfficeRating}`)),
        h(
          'span',
          { class: 'about' },
          t('cases.department', { rating: t(`rating.${petitionDepartmentRating}`) }),
        ),
      ]
    : h('span', { class: 'about' }, t('cases.notYet'));

/** @param {any} row @param {string} now */
function nextDuty({ nextDue, pack }, now) {
  if (!nextDue) return h('span', { class: 'about' }, t('cases.nothingOwed'));
  return [h('span', { class: 'what' }, dutyName(pack, nextDue.rule)), ...due(nextDue, now, zoneOf(pack))];
}
