// Reports that are made when they are asked for: each opens as a page to be printed, or is saved as CSV.
import { segment } from './api.js';
import { h } from './dom.js';
import { language, t } from './language.js';
import { address } from './route.js';
import { table } from './table.js';
import { date } from './time.js';

const DAY_ms = 86_400_000;
const WEEK_days = 7;

/** @type {import('./main.js').View} */
export function reportBoard() {
  const made = table({
    name: t('reports.title'),
    columns: [
      { title: t('reports.report'), cell: (/** @type {any} */ { title }) => title },
      { title: t('reports.open'), cell: opened },
    ],
    keyOf: ({ id }) => id,
    none: t('reports.none'),
  });
  return {
    title: t('reports.title'),
    elements: [
      h('p', { class: 'note' }, t('reports.note')),
      made.element,
      h('p', {}, h('a', { href: address('lists') }, t('reports.issued'))),
    ],
    load: () => Promise.resolve(undefined),
    show: (_, now) => made.show(onDemand(now)),
  };
}

/** The year that runs, the one before, and the week up to today. @param {string} now */
function onDemand(now) {
  const today = date(now);
  const year = Number(today.slice(0, 4));
  const from = date(new Date(Date.parse(now) - (WEEK_days - 1) * DAY_ms).toISOString());
  return [
    ...[year, year - 1].map((one) => ({
      id: `yearly-report-${one}`,
      title: t('report.yearly', { year: one }),
    })),
    { id: `bulletin-${from}-${today}`, title: t('report.bulletin', { from, to: today }) },
  ];
}

/** @param {any} row */
const opened = ({ id }) =>
  ['html', 'csv'].flatMap((format) => [
    h('a', { href: `/api/v1/reports/${segment(id)}.${format}?lang=${language()}` }, t(`reports.${format}`)),
    ' ',
  ]);
