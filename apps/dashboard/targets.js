// Yearly targets of offices, each beside what its metric comes to today; and what was said of the year in the end.
import { get, list, ROWS_MAX, segment } from './api.js';
import { due } from './board.js';
import { h } from './dom.js';
import { pick, t } from './language.js';
import { dutyName, learn, officeName, zoneOf } from './names.js';
import { address } from './route.js';
import { table } from './table.js';
import { date } from './time.js';

const ROWS = 50;

/** @type {import('./main.js').View} */
export function targetBoard({ query, refresh }) {
  let now = '';
  let wanted = ROWS;
  const letters = table({
    name: t('targets.title'),
    columns: [
      { title: t('office'), cell: letterLink },
      { title: t('targets.by'), cell: (/** @type {any} */ { by }) => officeName(by) },
      { title: t('cases.status'), cell: state },
      { title: t('targets.met'), cell: met },
      { title: t('supervisions.clock'), cell: (/** @type {any} */ row) => next(row, now) },
    ],
    keyOf: ({ id }) => id,
    none: t('targets.none'),
    more: () => {
      wanted = Math.min(ROWS_MAX, wanted + 3 * ROWS);
      refresh();
    },
  });
  const targets = table({
    name: t('targets.progress'),
    columns: [
      { title: t('figures.metric'), cell: (/** @type {any} */ { name }) => pick(name) },
      { title: t('targets.wanted'), cell: target },
      { title: t('targets.today'), cell: (/** @type {any} */ row) => reached(row.reached, row.met, row) },
      { title: t('targets.result'), cell: result },
    ],
    keyOf: (row) => row.target,
    none: t('targets.none'),
  });
  const heading = h('h3', {});
  const note = h('p', { class: 'note' });
  const progress = h('section', { id: 'progress', hidden: true }, heading, note, targets.element);
  return {
    title: t('targets.title'),
    elements: [
      h('p', { class: 'note' }, t('targets.note')),
      h('section', { id: 'letters' }, letters.element),
      progress,
    ],
    async load() {
      const page = await list('/targets', {}, wanted);
      const id = query()['letter'] ?? page.items[0]?.id;
      const [chosen] = await Promise.all([
        id && get(`/targets/${segment(id)}/progress`),
        learn(
          page.items.flatMap(({ office, by, clock }) => [office, by, clock?.owner]),
          page.items.map(({ pack }) => pack),
        ),
      ]);
      return { ...page, chosen };
    },
    show({ items, more, chosen }, at) {
      now = at;
      letters.show(items, more);
      progress.hidden = !chosen;
      if (!chosen) return;
      const { office, year, concluded, report } = chosen;
      heading.textContent = t('targets.of', { office: officeName(office), year: String(year) });
      note.textContent = [
        concluded && t('targets.concludedAt', { position: concluded.position }),
        report && t('targets.report', { text: report }),
      ]
        .filter(Boolean)
        .join(' ');
      targets.show(chosen.targets);
    },
  };
}

/** @param {any} row */
const letterLink = ({ id, office, year }) => [
  h('a', { href: address('targets', { letter: id }) }, officeName(office)),
  h('span', { class: 'about' }, t('targets.year', { year: String(year) })),
];

/** @param {any} row */
const state = ({ status, signedPost, signedAt, pack }) => [
  h(
    'span',
    { class: 'tag', 'data-status': status === 'concluded' ? 'closed' : status },
    t(`targets.${status}`),
  ),
  signedPost &&
    h(
      'span',
      { class: 'about' },
      t('targets.signedBy', { post: t(`post.${signedPost}`), on: date(signedAt, zoneOf(pack)) }),
    ),
];

/** @param {any} row */
const met = ({ results, targets }) =>
  results.length > 0
    ? `${results.filter((/** @type {any} */ one) => one.met).length} / ${targets.length}`
    : t('targets.open', { n: targets.length });

/** @param {any} row @param {string} now */
const next = ({ clock, pack }, now) =>
  clock && [
    ...due({ dueAt: clock.dueAt }, now, zoneOf(pack)),
    h('span', { class: 'about' }, `${officeName(clock.owner)} · ${dutyName(pack, clock.rule)}`),
  ];

/** @param {any} row */
const target = ({ direction, value, unit }) => t(`targets.${direction}`, { value, unit: pick(unit) });

/** @param {number | null} value @param {boolean} isMet @param {any} row */
const reached = (value, isMet, { unit }) => [
  value === null ? t('targets.nothing') : `${value} ${pick(unit)}`,
  h('span', { class: isMet ? 'left' : 'late' }, t(isMet ? 'targets.reached' : 'targets.missed')),
];

/** @param {any} row */
const result = (row) => row.result && reached(row.result.value, row.result.met, row);
