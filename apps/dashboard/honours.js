// Good practice and awards of offices, and which offices get none, for what reason.
import { get } from './api.js';
import { h } from './dom.js';
import { t } from './language.js';
import { learn, officeName, rungName, zoneOf } from './names.js';
import { table } from './table.js';
import { date } from './time.js';

/** @type {import('./main.js').View} */
export function honourBoard() {
  const office = { title: t('office'), cell: (/** @type {any} */ row) => officeName(row.office) };
  const awards = table({
    name: t('honours.awards'),
    columns: [
      office,
      { title: t('honours.award'), cell: (/** @type {any} */ { name }) => name },
      { title: t('honours.year'), cell: (/** @type {any} */ { year }) => year },
      { title: t('honours.by'), cell: (/** @type {any} */ { by }) => officeName(by) },
    ],
    keyOf: ({ key }) => key,
    none: t('honours.noAwards'),
  });
  const practices = table({
    name: t('honours.practices'),
    columns: [
      office,
      { title: t('honours.practice'), cell: (/** @type {any} */ { title }) => title },
      {
        title: t('honours.noted'),
        cell: (/** @type {any} */ { at }) => h('time', { datetime: at }, date(at)),
      },
      { title: t('honours.by'), cell: (/** @type {any} */ { by }) => officeName(by) },
    ],
    keyOf: ({ key }) => key,
    none: t('honours.noPractices'),
  });
  const without = table({
    name: t('honours.without'),
    columns: [office, { title: t('honours.why'), cell: why }],
    keyOf: ({ office: id }) => id,
    none: t('honours.noneWithout'),
  });
  return {
    title: t('honours.title'),
    elements: [
      h('p', { class: 'note' }, t('honours.note')),
      h('section', { id: 'awards' }, h('h3', {}, t('honours.awards')), awards.element),
      h('section', { id: 'without-award' }, h('h3', {}, t('honours.without')), without.element),
      h('section', { id: 'practices' }, h('h3', {}, t('honours.practices')), practices.element),
    ],
    async load() {
      const standings = /** @type {any[]} */ (await get('/standings'));
      await learn(
        standings.flatMap(({ office: id, awards: given, history }) => [
          id,
          ...[...given, ...history].map(({ by }) => by),
        ]),
        standings.map(({ pack }) => pack),
      );
      return standings;
    },
    show(/** @type {any[]} */ standings) {
      awards.show(standings.flatMap(awardsOf));
      practices.show(standings.flatMap(practicesOf));
      without.show(standings.filter(({ rung, noAwardIn }) => rung || noAwardIn.length > 0));
    },
  };
}

/** @param {any} standing */
const awardsOf = ({ office, awards }) =>
  awards.map((/** @type {any} */ award) => ({ ...award, office, key: `${office} ${award.award}` }));

/** @param {any} standing */
const practicesOf = ({ office, history }) =>
  history
    .filter((/** @type {any} */ { step }) => step === 'practice')
    .map((/** @type {any} */ practice) => ({ ...practice, office, key: `${office} ${practice.practice}` }));

/** @param {any} standing */
const why = ({ rung, since, pack, noAwardIn }) => [
  rung && t('honours.onRung', { rung: rungName(pack, rung), since: since ? date(since, zoneOf(pack)) : '' }),
  ...noAwardIn.map((/** @type {number} */ year) =>
    h('span', { class: 'about' }, t('standings.noAward', { year: String(year) })),
  ),
];
