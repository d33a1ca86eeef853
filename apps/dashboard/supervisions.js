import { list, ROWS_MAX } from './api.js';
import { caseLink } from './board.js';
import { h } from './dom.js';
import { t } from './language.js';
import { dutyName, learn, officeName, zoneOf } from './names.js';
import { table } from './table.js';
import { date } from './time.js';

const ROWS = 50;

/** @type {import('./main.js').View} */
export function supervisionBoard({ refresh }) {
  let wanted = ROWS;
  const rows = table({
    name: t('supervisions.title'),
    columns: [
      {
        title: t('supervisions.ordered'),
        cell: (/** @type {any} */ row) =>
          h('time', { datetime: row.orderedAt }, date(row.orderedAt, zoneOf(row.pack))),
      },
      { title: t('office'), cell: (/** @type {any} */ row) => officeName(row.office) },
      { title: t('supervisions.trigger'), cell: why },
      { title: t('case'), cell: caseLink },
      {
        title: t('cases.status'),
        cell: (/** @type {any} */ { status }) =>
          h('span', { class: 'tag', 'data-status': status }, t(`supervision.${status}`)),
      },
      { title: t('supervisions.by'), cell: (/** @type {any} */ row) => officeName(row.by) },
    ],
    keyOf: ({ id }) => id,
    none: t('supervisions.none'),
    more: () => {
      wanted = Math.min(ROWS_MAX, wanted + 3 * ROWS);
      refresh();
    },
  });
  return {
    title: t('supervisions.title'),
    elements: [rows.element],
    async load() {
      const found = await list('/supervisions', {}, wanted);
      await learn(
        found.items.flatMap(({ office, by }) => [office, by]),
        found.items.map(({ pack }) => pack),
      );
      return found;
    },
    show: ({ items, more }) => rows.show(items, more),
  };
}

/** @param {any} row */
const why = ({ trigger, rule, pack }) => [
  t(`trigger.${trigger}`),
  rule && h('span', { class: 'about' }, dutyName(pack, rule)),
];
