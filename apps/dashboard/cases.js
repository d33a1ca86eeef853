// Search and list of cases.
import { get, list, ROWS_MAX } from './api.js';
import { caseLink, due } from './board.js';
import { h } from './dom.js';
import { t } from './language.js';
import { dutyName, learn, officeName, zoneOf } from './names.js';
import { table } from './table.js';
import { date } from './time.js';

const ROWS = 50;
const TYPING_ms = 250;
const STATUSES = [
  'registered',
  'sorted',
  'sent',
  'acknowledged',
  'objected',
  'accepted',
  'answered',
  'closed',
];

/** @param {string} status */
export const statusTag = (status) =>
  h('span', { class: 'tag', 'data-status': status }, t(`status.${status}`));

/** @type {import('./main.js').View} */
export function caseList({ query, setQuery, refresh }) {
  let now = '';
  let wanted = ROWS;
  const { q = '', status = '', overdue = '' } = query();
  const search = /** @type {HTMLInputElement} */ (
    h('input', { id: 'q', type: 'search', placeholder: t('cases.placeholder'), maxlength: 200, value: q })
  );
  const statuses = /** @type {HTMLSelectElement} */ (
    h(
      'select',
      { id: 'status' },
      h('option', { value: '' }, t('cases.any')),
      STATUSES.map((each) => h('option', { value: each, selected: each === status }, t(`status.${each}`))),
    )
  );
  const late = /** @type {HTMLInputElement} */ (
    h('input', { id: 'late', type: 'checkbox', checked: overdue === 'true' })
  );
  const count = h('p', { class: 'count', role: 'status' });
  const form = h(
    'form',
    { role: 'search', class: 'filters' },
    h('label', { for: 'q' }, t('cases.search')),
    search,
    h('label', { for: 'status' }, t('cases.status')),
    statuses,
    h('label', { class: 'check' }, late, t('cases.overdueOnly')),
  );
  const filter = () => {
    wanted = ROWS;
    setQuery({ q: search.value.trim(), status: statuses.value, overdue: late.checked ? 'true' : '' });
  };
  let typing = 0;
  search.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(filter, TYPING_ms);
  });
  statuses.addEventListener('change', filter);
  late.addEventListener('change', filter);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(typing);
    filter();
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
    elements: [form, count, rows.element],
    async load() {
      const [found, counts] = await Promise.all([
        list('/cases', query(), wanted),
        get('/case-counts', query()),
      ]);
      await learn(
        found.items.map(({ office }) => office),
        found.items.map(({ pack }) => pack),
      );
      return { ...found, counts };
    },
    show({ items, more, counts }, at) {
      now = at;
      const n = Object.values(counts).reduce((sum, each) => sum + each, 0);
      count.textContent = t('cases.count', { n });
      rows.show(items, more);
    },
  };
}

/** @param {any} row @param {string} now */
function nextDuty({ nextDue, pack }, now) {
  if (!nextDue) return h('span', { class: 'about' }, t('cases.nothingOwed'));
  return [h('span', { class: 'what' }, dutyName(pack, nextDue.rule)), ...due(nextDue, now, zoneOf(pack))];
}
