// The petitioner's page: a query code, and what there is to see and to say about one's own matter.
import { byId, h, setText } from './dom.js';
import { language, pick, setLanguage } from './language.js';
import { dateTime } from './time.js';
import { WORDS } from './petitioner-words.js';

const CASE = '/public/v1/case';
const CHANNELS = '/public/v1/channels';
const TIMEOUT_ms = 15_000;
const TOO_MANY = 429;

/** Kept in memory only: not in the address, not in any storage. */
let code = '';
/** @type {any} */
let matter;
/** @type {any[]} */
let offices = [];

/** @param {string} key @param {Record<string, string>} [values] */
function t(key, values = {}) {
  const words = WORDS[key]?.[language() === 'en' ? 1 : 0] ?? key;
  return words.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

/** @param {string} text @param {'good' | 'bad'} [state] */
function tell(text, state = 'good') {
  const news = byId('news');
  news.dataset['state'] = state;
  setText(news, text);
}

/** @param {string} path @param {object} [body] sent, if there is one */
async function ask(path, body) {
  const write = { method: 'POST', body: JSON.stringify(body) };
  const headers = { 'huiyin-query-code': code, 'idempotency-key': crypto.randomUUID() };
  const answer = await fetch(path, {
    ...(body && write),
    headers: body ? { ...headers, 'content-type': 'application/json' } : headers,
    signal: AbortSignal.timeout(TIMEOUT_ms),
  });
  return { status: answer.status, body: await answer.json() };
}

/** @param {{ status: number, body: any }} answer @param {string} good */
function taken({ status, body }, good) {
  if (status === 200) {
    matter = body;
    tell(good);
    return show();
  }
  if (status === 404) return tell(t('unknown'), 'bad');
  if (status === TOO_MANY) return tell(t('busy'), 'bad');
  tell(t('refused', { why: language() === 'en' ? body.title : (body.detail ?? body.title) }), 'bad');
}

/** @param {string} path @param {string} good @param {object} [body] */
async function run(path, good, body) {
  tell(t('looking'));
  try {
    taken(await ask(path, body), good);
  } catch {
    tell(t('failed'), 'bad');
  }
}

const due = () =>
  matter.due.length === 0
    ? h('p', {}, t('nothingDue'))
    : h(
        'ul',
        {},
        matter.due.map((/** @type {any} */ one) =>
          h(
            'li',
            { class: one.late && 'late' },
            h('b', {}, pick(one.what)),
            ' ',
            t('by', { date: dateTime(one.by), office: pick(one.office) }),
            one.late && t('late'),
            h('details', {}, h('summary', {}, '？'), pick(one.why)),
          ),
        ),
      );

function answer() {
  const { claims, basis, remedy, office, at } = matter.answer;
  return [
    h('h2', {}, t('answer')),
    h('p', {}, pick(office), ' ', dateTime(at)),
    ...claims.map((/** @type {any} */ one) =>
      h(
        'p',
        { class: 'said' },
        one.claim,
        ' — ',
        h('b', {}, one.outcome && t(`outcome.${one.outcome}`)),
        ' ',
        one.text,
      ),
    ),
    basis && h('p', {}, t('basis', { basis })),
    remedy && h('p', {}, t('remedy', { remedy })),
  ];
}

/** @param {string} action @param {HTMLElement[]} fields @param {Record<string, number>} [more] */
function formOf(action, fields, more = {}) {
  const form = /** @type {HTMLFormElement} */ (
    h('form', { 'data-action': action }, fields, h('button', {}, t('send')))
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const given = [...new FormData(form)].filter(([, value]) => value !== '');
    void run(`${CASE}/${action}`, t('done'), { ...Object.fromEntries(given), ...more });
  });
  return form;
}

const RATINGS = ['satisfied', 'fairly-satisfied', 'dissatisfied'];
/** @param {string} name */
const select = (name) =>
  h(
    'label',
    {},
    t(name),
    ' ',
    h(
      'select',
      { name },
      RATINGS.map((value) => h('option', { value }, t(`rating.${value}`))),
    ),
  );
/** @param {string} name @param {boolean} required */
const words = (name, required) =>
  h('label', {}, t(name), h('textarea', { name, required, maxlength: 2_000 }));

const steps = () =>
  h(
    'ol',
    { class: 'plain' },
    matter.steps.map((/** @type {any} */ { entry, at, words: said, corrected }) =>
      h(
        'li',
        {},
        h('time', { datetime: at }, dateTime(at)),
        ' ',
        pick(said),
        corrected && t('corrected'),
        h(
          'details',
          {},
          h('summary', {}, t('disputeIt')),
          formOf('dispute', [words('says', true)], { entry }),
        ),
      ),
    ),
  );

/** @param {any} one */
const reviewed = ({ stage, office, at, outcome, text, basis }) => [
  h('h2', {}, t(`stage.${stage}`)),
  h('p', {}, pick(office), ' ', dateTime(at)),
  h('p', { class: 'said' }, h('b', {}, t(`review.${outcome}`)), ' ', text),
  h('p', {}, t('basis', { basis })),
];

function askReview() {
  const { stage, until } = matter.may.askReview;
  return [
    h('h2', {}, t(`ask.${stage}`)),
    h('p', {}, t('askUntil', { date: dateTime(until) })),
    formOf('review', [words('reasons', false)]),
  ];
}

function show() {
  const { title, receivedAt, status, office, may } = matter;
  const parts = [
    h('h2', {}, title),
    h('p', { id: 'status' }, h('b', {}, pick(status.words))),
    h('p', {}, t('received', { date: dateTime(receivedAt) }), ' · ', t('office'), ' ', pick(office)),
    h('h2', {}, t('due')),
    due(),
    ...(matter.answer ? answer() : []),
    ...matter.reviews.flatMap(reviewed),
    ...(may.rate
      ? [
          h('h2', {}, t('rate')),
          formOf('rating', [select('petitionDepartment'), select('handlingOffice'), words('comment', false)]),
        ]
      : []),
    ...(may.askReview ? askReview() : []),
    h('h2', {}, t('steps')),
    steps(),
  ];
  const section = byId('matter');
  section.replaceChildren(...parts.filter((one) => one instanceof Node));
  section.hidden = false;
}

const WAYS = ['online', 'postalAddress', 'phone', 'fax'];
/** @param {any} one */
const reach = (one) => [
  h('h3', {}, pick(one.name)),
  h(
    'ul',
    {},
    WAYS.filter((way) => one[way]).map((way) => h('li', {}, t(`way.${way}`), ' ', one[way])),
    h('li', {}, t('way.reception'), ' ', one.reception.place, ' ', one.reception.hours),
    h('li', {}, t('way.progress'), ' ', one.progress),
  ),
];

/** Art. 18: what the offices have published stands here for everybody, with or without a code. */
function showChannels() {
  const section = byId('channels');
  section.hidden = offices.length === 0;
  section.replaceChildren(h('h2', {}, t('channels')), ...offices.flatMap(reach));
}

async function loadChannels() {
  try {
    const answer = await fetch(CHANNELS, { signal: AbortSignal.timeout(TIMEOUT_ms) });
    if (answer.ok) ({ offices } = await answer.json());
  } catch {
    // The page works without it.
  }
  showChannels();
}

function frame() {
  document.documentElement.lang = language();
  for (const id of ['promise', 'title', 'look', 'foot']) setText(byId(id), t(id));
  setText(byId('code-label'), t('code'));
  setText(byId('language'), language() === 'en' ? '中文' : 'English');
  document.title = `${t('title')} · 回音 Huiyin`;
  if (matter) show();
  showChannels();
}

byId('ask').addEventListener('submit', (event) => {
  event.preventDefault();
  code = /** @type {HTMLInputElement} */ (byId('code')).value.trim();
  byId('matter').hidden = true;
  matter = undefined;
  void run(CASE, '');
});

byId('language').addEventListener('click', () => {
  setLanguage(language() === 'en' ? 'zh-CN' : 'en');
  tell('');
  frame();
});

frame();
void loadChannels();
