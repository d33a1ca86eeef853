// The three kinds of advice to offices: what they rest on, the answer, and what came of them.
import { list, ROWS_MAX } from './api.js';
import { due } from './board.js';
import { h } from './dom.js';
import { t } from './language.js';
import { dutyName, learn, officeName, zoneOf } from './names.js';
import { caseAddress } from './route.js';
import { table } from './table.js';
import { date } from './time.js';

const ROWS = 50;
/** More of them are counted, not linked. */
const CASES_MAX = 5;

/** @type {import('./main.js').View} */
export function adviceBoard({ refresh }) {
  let now = '';
  let wanted = ROWS;
  const rows = table({
    name: t('advice.title'),
    columns: [
      { title: t('advice.givenAt'), cell: given },
      { title: t('office'), cell: (/** @type {any} */ row) => officeName(row.office) },
      { title: t('advice.text'), cell: text },
      { title: t('advice.grounds'), cell: grounds },
      { title: t('advice.answer'), cell: answer },
      { title: t('supervisions.clock'), cell: (/** @type {any} */ row) => next(row, now) },
    ],
    keyOf: ({ id }) => id,
    none: t('advice.none'),
    more: () => {
      wanted = Math.min(ROWS_MAX, wanted + 3 * ROWS);
      refresh();
    },
  });
  return {
    title: t('advice.title'),
    elements: [h('p', { class: 'note' }, t('advice.note')), h('section', { id: 'advice' }, rows.element)],
    async load() {
      const page = await list('/advice', {}, wanted);
      await learn(
        page.items.flatMap(({ office, adviser, owedBy }) => [office, adviser, owedBy]),
        page.items.map(({ pack }) => pack),
      );
      return page;
    },
    show({ items, more }, at) {
      now = at;
      rows.show(items, more);
    },
  };
}

/** @param {string | false | null | undefined} words */
const about = (words) => words && h('span', { class: 'about' }, words);

/** @param {any} row */
const given = ({ givenAt, kind, adviser, pack }) => [
  h('time', { datetime: givenAt }, date(givenAt, zoneOf(pack))),
  about(t(`adviceKind.${kind}`)),
  about(officeName(adviser)),
];

/** @param {any} row */
const text = ({ text: words, reasons }) => [words, about(t('advice.because', { reasons }))];

/** @param {any} row */
const grounds = ({ cases }) => [
  ...cases
    .slice(0, CASES_MAX)
    .map((/** @type {any} */ { id, title }) => h('a', { class: 'what', href: caseAddress(id) }, title)),
  cases.length > CASES_MAX && about(t('advice.cases', { n: cases.length })),
];

/** @param {any} row */
const answer = ({ status, answer: said, plan, answerReasons, outcome, breaches }) => [
  h('span', { class: 'tag', 'data-status': status }, t(`advice.${status}`)),
  status === 'closed' && about(t(`adviceOutcome.${outcome}`)),
  said && said !== status && about(t(`advice.${said}`)),
  about(plan),
  about(answerReasons && t('advice.because', { reasons: answerReasons })),
  breaches > 0 && h('span', { class: 'late' }, t('advice.missed', { n: breaches })),
];

/** @param {any} row @param {string} now */
const next = ({ dueAt, owes, owedBy, pack }, now) =>
  dueAt && [
    ...due({ dueAt }, now, zoneOf(pack)),
    about([officeName(owedBy), dutyName(pack, owes)].filter(Boolean).join(' · ')),
  ];
