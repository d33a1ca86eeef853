// What went out: daily lists, circulars, analyses, rankings; and how drives are reported on.
import { get, list, ROWS_MAX } from './api.js';
import { h } from './dom.js';
import { t } from './language.js';
import { allOffices, learn, officeName } from './names.js';
import { listAddress } from './route.js';
import { table } from './table.js';
import { dateTime } from './time.js';

const ROWS = 50;
const KINDS = ['daily-list', 'monthly-circular', 'monthly-analysis', 'quarterly-ranking'];
const REPORTS = ['missing', 'awaited', 'matters', 'zero'];

/** @param {string} id @param {string} label @param {readonly { value: string, name: string }[]} options */
function chooser(id, label, options) {
  const select = /** @type {HTMLSelectElement} */ (h('select', { id }));
  const show = (
    /** @type {string} */ chosen,
    /** @type {readonly { value: string, name: string }[]} */ all,
  ) => {
    if (all.length + 1 !== select.children.length)
      select.replaceChildren(
        h('option', { value: '' }, t('bulletins.all')),
        ...all.map(({ value, name }) => h('option', { value }, name)),
      );
    select.value = chosen;
  };
  show('', options);
  return { select, show, elements: [h('label', { for: id }, label), select] };
}

/** @type {import('./main.js').View} */
export function lists({ query, setQuery, refresh }) {
  let wanted = ROWS;
  const kinds = KINDS.map((value) => ({ value, name: t(`bulletin.${value}`) }));
  const kind = chooser('kind', t('bulletins.kind'), kinds);
  const office = chooser('office', t('office'), []);
  for (const { select } of [kind, office])
    select.addEventListener('change', () => {
      wanted = ROWS;
      setQuery({ kind: kind.select.value, office: office.select.value });
    });
  const rows = table({
    name: t('bulletins.title'),
    columns: [
      { title: t('bulletins.kind'), cell: linked },
      { title: t('office'), cell: (/** @type {any} */ row) => officeName(row.office) || t('allOffices') },
      {
        title: t('bulletins.at'),
        cell: (/** @type {any} */ { at }) => h('time', { datetime: at }, dateTime(at)),
      },
      { title: t('bulletins.position'), cell: (/** @type {any} */ row) => row.countedTo },
    ],
    keyOf: ({ id }) => id,
    none: t('bulletins.none'),
    more: () => {
      wanted = Math.min(ROWS_MAX, wanted + 3 * ROWS);
      refresh();
    },
  });
  const drives = table({
    name: t('drives.title'),
    columns: [
      { title: t('drives.subject'), cell: (/** @type {any} */ row) => row.subject },
      { title: t('drives.by'), cell: (/** @type {any} */ row) => officeName(row.by) },
      { title: t('drives.days'), cell: (/** @type {any} */ { from, to }) => `${from} – ${to}` },
      { title: t('drives.reports'), cell: reported },
    ],
    keyOf: ({ id }) => id,
    none: t('drives.none'),
  });
  return {
    title: t('bulletins.title'),
    elements: [
      h('section', { id: 'drives' }, h('h3', {}, t('drives.title')), drives.element),
      h('p', { class: 'filters' }, ...kind.elements, ...office.elements),
      h('section', { id: 'bulletins' }, rows.element),
    ],
    async load() {
      const [found, all] = await Promise.all([list('/bulletins', query(), wanted), get('/drives')]);
      await learn(
        [...found.items.map((row) => row.office), ...all.map((/** @type {any} */ { by }) => by)],
        [],
      );
      return { ...found, all };
    },
    show({ items, more, all }) {
      const { kind: chosen = '', office: of = '' } = query();
      kind.show(chosen, kinds);
      office.show(
        of,
        allOffices().map(({ id, name }) => ({ value: id, name })),
      );
      rows.show(items, more);
      drives.show(all);
    },
  };
}

/** @param {any} row */
const linked = ({ id, kind, periodFrom, periodTo }) => [
  h('a', { href: listAddress(id) }, t(`bulletin.${kind}`)),
  h('span', { class: 'about' }, periodFrom === periodTo ? periodTo : `${periodFrom} – ${periodTo}`),
];

/** Missing is not zero: each has its own number. @param {any} drive */
const reported = ({ reports }) =>
  REPORTS.map((status) =>
    h('span', { class: 'tag', 'data-status': status }, t(`report.${status}`, { n: reports[status] })),
  );
