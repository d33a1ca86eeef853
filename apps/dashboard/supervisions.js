// Supervision orders with what set them off, their clock and their state; and leaders' written instructions.
import { list, ROWS_MAX } from './api.js';
import { caseLink, due } from './board.js';
import { h } from './dom.js';
import { t } from './language.js';
import { dutyName, learn, officeName, thresholdName, zoneOf } from './names.js';
import { table } from './table.js';
import { date } from './time.js';

const ROWS = 50;

/** @type {import('./main.js').View} */
export function supervisionBoard({ refresh }) {
  let now = '';
  let wanted = { orders: ROWS, instructions: ROWS };
  const more = (/** @type {'orders' | 'instructions'} */ which) => () => {
    wanted = { ...wanted, [which]: Math.min(ROWS_MAX, wanted[which] + 3 * ROWS) };
    refresh();
  };
  const clock = (/** @type {any} */ row) => row.clock && next(row.clock, now, row.pack);
  const orders = table({
    name: t('supervisions.title'),
    columns: [
      { title: t('supervisions.ordered'), cell: (/** @type {any} */ row) => day(row.orderedAt, row.pack) },
      { title: t('office'), cell: (/** @type {any} */ row) => officeName(row.office) },
      { title: t('supervisions.trigger'), cell: why },
      { title: t('case'), cell: caseLink },
      { title: t('supervisions.clock'), cell: clock },
      { title: t('cases.status'), cell: state },
      { title: t('supervisions.by'), cell: (/** @type {any} */ row) => officeName(row.by) },
    ],
    keyOf: ({ id }) => id,
    none: t('supervisions.none'),
    more: more('orders'),
  });
  const instructions = table({
    name: t('instructions.title'),
    columns: [
      { title: t('instructions.given'), cell: (/** @type {any} */ row) => day(row.givenAt) },
      { title: t('instructions.post'), cell: whose },
      { title: t('office'), cell: (/** @type {any} */ row) => officeName(row.office) },
      { title: t('case'), cell: caseLink },
      { title: t('supervisions.clock'), cell: clock },
      { title: t('cases.status'), cell: (/** @type {any} */ row) => tag('instruction', row.status) },
    ],
    keyOf: ({ id }) => id,
    none: t('instructions.none'),
    more: more('instructions'),
  });
  return {
    title: t('supervisions.title'),
    elements: [
      h('section', { id: 'supervisions' }, orders.element),
      h('section', { id: 'instructions' }, h('h3', {}, t('instructions.title')), instructions.element),
    ],
    async load() {
      const [ordered, instructed] = await Promise.all([
        list('/supervisions', {}, wanted.orders),
        list('/instructions', {}, wanted.instructions),
      ]);
      await learn(
        [...ordered.items, ...instructed.items].flatMap(({ office, by, of }) => [office, by, of]),
        ordered.items.map(({ pack }) => pack),
      );
      return { ordered, instructed };
    },
    show({ ordered, instructed }, at) {
      now = at;
      orders.show(ordered.items, ordered.more);
      instructions.show(instructed.items, instructed.more);
    },
  };
}

/** @param {string} instant @param {string} [pack] */
const day = (instant, pack) => h('time', { datetime: instant }, date(instant, zoneOf(pack)));

/** @param {any} clock @param {string} now @param {string} [pack] */
const next = ({ dueAt, owner, rule }, now, pack) => [
  ...due({ dueAt }, now, zoneOf(pack)),
  h(
    'span',
    { class: 'about' },
    [officeName(owner), pack && dutyName(pack, rule)].filter(Boolean).join(' · '),
  ),
];

/** @param {string} words @param {string} status */
const tag = (words, status) => h('span', { class: 'tag', 'data-status': status }, t(`${words}.${status}`));

/** @param {any} row */
const whose = ({ of, post }) => [officeName(of), h('span', { class: 'about' }, t(`post.${post}`))];

/** What set it off: the missed duty, or the threshold and the log positions that it cites. @param {any} row */
const why = ({ trigger, rule, threshold, pack, cites }) => [
  t(`trigger.${trigger}`),
  rule && h('span', { class: 'about' }, dutyName(pack, rule)),
  threshold && h('span', { class: 'about' }, thresholdName(pack, threshold)),
  cites.length > 0 && h('span', { class: 'about' }, t('supervisions.cites', { positions: cites.join(', ') })),
];

/** @param {any} row */
const state = ({ status, solved, checklist, visits, listedUntil }) => [
  status === 'closed' && !solved ? tag('supervision', 'overruled') : tag('supervision', status),
  listedUntil &&
    status !== 'closed' &&
    h('span', { class: 'tag' }, t('supervisions.listed', { until: listedUntil })),
  checklist.length > 0 &&
    h(
      'span',
      { class: 'about' },
      t('supervisions.checklist', { done: ticked(checklist), n: checklist.length }),
    ),
  visits.length > 0 &&
    h('span', { class: 'about' }, t('supervisions.visits', { done: reported(visits), n: visits.length })),
];

const ticked = (/** @type {any[]} */ items) => items.filter((item) => item.ticked).length;
const reported = (/** @type {any[]} */ visits) => visits.filter((visit) => visit.reported).length;
