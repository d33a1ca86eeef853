// The page: the frame around the views, and the one refresh that keeps them true.
import { adviceBoard } from './advice.js';
import { get } from './api.js';
import { dutyBoard } from './board.js';
import { caseFile } from './case.js';
import { caseList } from './cases.js';
import { labelCounters, showCounters } from './counters.js';
import { byId, h, setText } from './dom.js';
import { figureBoard } from './figures.js';
import { honourBoard } from './honours.js';
import { language, setLanguage, t } from './language.js';
import { listFile } from './list.js';
import { lists } from './lists.js';
import { coalesced, follow } from './live.js';
import { reportBoard } from './reports.js';
import { reviewBoard } from './reviews.js';
import { address, parse, VIEWS as NAVIGATION } from './route.js';
import { supervisionBoard } from './supervisions.js';
import { targetBoard } from './targets.js';
import { dateTime, longDate, timeOfDay } from './time.js';

/**
 * @typedef {object} Place where a view is shown
 * @property {string} [id]
 * @property {() => Record<string, string>} query
 * @property {(query: Record<string, string>) => void} setQuery
 * @property {() => void} refresh
 *
 * @typedef {object} Shown
 * @property {string} title
 * @property {HTMLElement} [heading]
 * @property {HTMLElement[]} elements
 * @property {() => Promise<any>} load
 * @property {(data: any, now: string) => string | void} show may answer a better title
 *
 * @typedef {(place: Place) => Shown} View
 */

/** @type {Record<string, View>} */
const VIEWS = {
  duties: dutyBoard,
  cases: caseList,
  case: caseFile,
  supervisions: supervisionBoard,
  reviews: reviewBoard,
  advice: adviceBoard,
  honours: honourBoard,
  targets: targetBoard,
  figures: figureBoard,
  lists,
  list: listFile,
  reports: reportBoard,
};
/** @type {Record<string, string>} what is a page below another */
const PARENT = { case: 'cases', list: 'lists' };
const SCROLL_ms = 150;
/** `2026-03-19T08:30` */
const MINUTE_CHARS = 16;

let route = parse(location.hash);
/** @type {Shown} */
let shown;
let scrollTo = -1;
/** @type {any} */
let overview;
let reached = 'connecting';
let failed = false;

const refresh = coalesced(async () => {
  const asked = shown;
  try {
    const [seen, data] = await Promise.all([get('/overview'), asked.load()]);
    failed = false;
    overview = seen;
    showOverview();
    if (asked === shown) showView(data);
  } catch {
    failed = true;
  }
  showLink();
});

/** Time alone makes duties late: once a minute, and when a simulated clock is moved, everything is read again. */
async function poll() {
  try {
    const { now } = await get('/overview');
    if (failed || now.slice(0, MINUTE_CHARS) !== overview?.now.slice(0, MINUTE_CHARS)) refresh();
  } catch {
    failed = true;
    showLink();
  }
}

function showOverview() {
  const { now } = overview;
  const clock = byId('clock');
  clock.setAttribute('datetime', now);
  setText(clock, `${longDate(now)} ${timeOfDay(now)}`);
  showCounters(overview);
}

/** @param {any} data */
function showView(data) {
  const title = shown.show(data, overview.now) ?? shown.title;
  document.title = `${title} · 回音 Huiyin`;
  byId('view').setAttribute('aria-busy', 'false');
  if (scrollTo >= 0) window.scrollTo(0, scrollTo);
  scrollTo = -1;
}

function showLink() {
  const state = failed && reached === 'live' ? 'failed' : reached;
  const link = byId('link');
  link.dataset['state'] = state;
  setText(link, t(`link.${state}`));
  if (overview) link.title = dateTime(overview.now);
}

function showFrame() {
  document.documentElement.lang = language();
  for (const id of ['skip', 'promise']) setText(byId(id), t(id));
  setText(byId('clock-label'), t('clock'));
  setText(byId('language'), language() === 'en' ? '中文' : 'English');
  byId('language').lang = language() === 'en' ? 'zh-CN' : 'en';
  byId('nav').setAttribute('aria-label', t('nav'));
  byId('foot').replaceChildren(h('p', {}, t('foot')), h('p', {}, h('a', { href: '/docs' }, t('foot.api'))));
  labelCounters();
  showNavigation();
  showLink();
}

function showNavigation() {
  const at = PARENT[route.view] ?? route.view;
  const links = NAVIGATION.map((view) =>
    h('a', { href: address(view), 'aria-current': view === at && 'page' }, t(`nav.${view}`)),
  );
  byId('nav').replaceChildren(...links);
}

function mount() {
  const make = VIEWS[route.view] ?? dutyBoard;
  shown = make({ id: route.id ?? '', query: () => route.query, setQuery, refresh });
  shown.heading ??= h('h2', { tabindex: '-1' }, shown.title);
  const view = byId('view');
  view.dataset['view'] = route.view;
  view.setAttribute('aria-busy', 'true');
  view.replaceChildren(shown.heading, ...shown.elements);
  refresh();
}

/** The filters are in the address, so that they can be sent to somebody. @param {Record<string, string>} query */
function setQuery(query) {
  const given = Object.entries({ ...route.query, ...query }).filter(([, value]) => value !== '');
  route = { ...route, query: Object.fromEntries(given) };
  history.replaceState(history.state, '', address(route.view, route.query));
  refresh();
}

addEventListener('hashchange', () => {
  route = parse(location.hash);
  scrollTo = history.state?.scroll ?? 0;
  showNavigation();
  mount();
  shown.heading?.focus({ preventScroll: true });
});

let scrolling = 0;
addEventListener('scroll', () => {
  clearTimeout(scrolling);
  scrolling = setTimeout(() => history.replaceState({ scroll: scrollY }, ''), SCROLL_ms);
});

byId('skip').addEventListener('click', (event) => {
  event.preventDefault();
  byId('view').focus();
});

byId('language').addEventListener('click', () => {
  setLanguage(language() === 'en' ? 'zh-CN' : 'en');
  showFrame();
  if (overview) showOverview();
  mount();
});

history.scrollRestoration = 'manual';
showFrame();
mount();
follow({
  moved: () => !document.hidden && refresh(),
  poll,
  state(state) {
    reached = state;
    showLink();
  },
});
