// Figures: one metric at a time, cut one way, with its definition and the cases behind each number.
import { get, list, segment } from './api.js';
import { h } from './dom.js';
import { language, pick, t } from './language.js';
import { categoryName, learn, officeName } from './names.js';
import { address, caseAddress } from './route.js';
import { table } from './table.js';

const FIRST = 'on-time-acceptance';
const CUTS = ['', 'office', 'area', 'category', 'channel', 'level', 'week', 'month', 'quarter', 'year'];
/** What the server takes in any year. */
const PERIOD = String.raw`\d{4}(-(Q[1-4]|W(0[1-9]|[1-4]\d|5[0-2])|(0[1-9]|1[0-2])(-(0[1-9]|1\d|2[0-8]))?))?`;
const API = '/api/v1';
const CASES = 100;
const TOTAL = 'total';

/** How the row of a figure is named in the address. @param {any} figure */
const rowOf = ({ key, period }) => (key === undefined ? `${TOTAL} ${period.name}` : `part ${key}`);

/** @type {import('./main.js').View} */
export function figureBoard({ query, setQuery }) {
  const metrics = /** @type {HTMLSelectElement} */ (h('select', { id: 'metric' }));
  const cut = /** @type {HTMLSelectElement} */ (
    h('select', { id: 'cut' }, ...CUTS.map((by) => h('option', { value: by }, t(`cut.${by || 'none'}`))))
  );
  const period = /** @type {HTMLInputElement} */ (
    h('input', {
      id: 'period',
      pattern: PERIOD,
      placeholder: t('figures.presentMonth'),
      title: t('figures.periods'),
    })
  );
  metrics.addEventListener('change', () => setQuery({ metric: metrics.value, of: '' }));
  cut.addEventListener('change', () => setQuery({ by: cut.value, of: '' }));
  period.addEventListener(
    'change',
    () => period.reportValidity() && setQuery({ period: period.value, of: '' }),
  );
  cut.value = query()['by'] ?? '';
  period.value = query()['period'] ?? '';

  const definition = h('p', { class: 'note', id: 'definition' });
  /** @type {any} */
  let metric;
  const figures = table({
    name: t('figures.title'),
    columns: [
      { title: t('figures.part'), cell: (/** @type {any} */ figure) => partName(query()['by'], figure) },
      { title: t('figures.value'), cell: (/** @type {any} */ figure) => value(metric, figure) },
      { title: t('figures.counted'), cell: counted },
      { title: t('figures.cases'), cell: (/** @type {any} */ figure) => casesLink(query(), figure) },
    ],
    keyOf: rowOf,
    none: t('figures.none'),
  });
  const behind = table({
    name: t('figures.behind'),
    columns: [
      {
        title: t('case'),
        cell: (/** @type {any} */ { id, title }) => h('a', { href: caseAddress(id) }, title),
      },
      { title: t('cases.status'), cell: (/** @type {any} */ { status }) => t(`status.${status}`) },
      { title: t('figures.counts'), cell: (/** @type {any} */ { met, items }) => `${met} / ${items}` },
    ],
    keyOf: ({ id }) => id,
    none: t('cases.none'),
  });
  const cases = h(
    'section',
    { id: 'behind', hidden: true },
    h('h3', {}, t('figures.behind')),
    behind.element,
  );

  return {
    title: t('figures.title'),
    elements: [
      h('p', { class: 'note' }, t('figures.note')),
      h(
        'p',
        { class: 'filters' },
        ...labelled('metric', metrics),
        ...labelled('cut', cut),
        ...labelled('period', period),
      ),
      definition,
      h('section', { id: 'figures' }, figures.element),
      cases,
    ],
    async load() {
      const { metric: id = FIRST, by, period: asked, of } = query();
      const [known, answer] = await Promise.all([
        get('/metrics'),
        get(`/metrics/${segment(id)}`, { sliceBy: by, period: asked }),
      ]);
      const chosen = answer?.figures.find((/** @type {any} */ figure) => rowOf(figure) === of);
      const [found] = await Promise.all([
        chosen?.cases && list(...asListed(chosen.cases), CASES),
        by === 'office' && learn(answer?.figures.map((/** @type {any} */ { key }) => key) ?? [], []),
      ]);
      return { known, answer, found };
    },
    show({ known, answer, found }) {
      metric = answer?.metric;
      metrics.replaceChildren(
        ...known.map((/** @type {any} */ { id, name }) =>
          h('option', { value: id, selected: id === metric?.id }, pick(name)),
        ),
      );
      definition.textContent = metric ? defined(metric) : '';
      figures.show(answer?.figures ?? []);
      cases.hidden = !found;
      if (found) behind.show(found.items);
    },
  };
}

/** @param {string} id @param {HTMLElement} control */
const labelled = (id, control) => [h('label', { for: id }, t(`figures.${id}`)), control];

/** The address of the cases behind a figure, for `list`. @param {string} link @returns {[string, Record<string, string>]} */
function asListed(link) {
  const { pathname, searchParams } = new URL(link, location.origin);
  return [pathname.slice(API.length), Object.fromEntries(searchParams)];
}

/** @param {string | undefined} by @param {any} figure */
function partName(by, { key, period }) {
  if (key === undefined) return period.name;
  if (key === '') return t('figures.unknown');
  if (by === 'office') return officeName(key);
  if (by === 'category') return categoryName(key);
  return by === 'area' ? key : t(`${by}.${key}`);
}

/** @param {any} metric @param {any} figure */
function value(metric, figure) {
  if (figure.suppressed) return h('span', { class: 'about' }, t('figures.suppressed'));
  if (figure.value === null) return '–';
  const parts = [`${figure.value} ${pick(metric.unit)}`];
  if (figure.p90 !== undefined) parts.push(t('figures.p90', { n: figure.p90 ?? '–' }));
  if (figure.per10000 !== undefined) parts.push(t('figures.per10000', { n: figure.per10000 }));
  return parts.map((part, index) => (index === 0 ? part : h('span', { class: 'about' }, part)));
}

/** @param {any} figure */
function counted({ suppressed, numerator, denominator }) {
  if (suppressed) return '';
  return [numerator, denominator].filter((number) => number !== undefined && number !== null).join(' / ');
}

/** @param {Record<string, string>} query @param {any} figure */
const casesLink = (query, figure) =>
  figure.cases && h('a', { href: address('figures', { ...query, of: rowOf(figure) }) }, t('figures.open'));

/** @param {any} metric */
function defined({ definition, source }) {
  const { numerator, denominator, window, exclusions } = definition;
  const parts = [
    [denominator ? 'figures.numerator' : 'figures.what', numerator],
    ['figures.denominator', denominator],
    ['figures.window', window],
    ['figures.exclusions', exclusions],
    ['figures.source', source],
  ];
  return parts
    .filter(([, text]) => text)
    .map(([name, text]) => `${t(name)}${language() === 'en' ? ': ' : '：'}${pick(text)}`)
    .join(language() === 'en' ? '. ' : '。');
}
