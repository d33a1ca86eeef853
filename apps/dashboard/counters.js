import { byId, h, setText } from './dom.js';
import { t } from './language.js';
import { address } from './route.js';

const COUNTERS = [
  { id: 'openCases', to: address('cases') },
  { id: 'dueSoon', to: address('duties') },
  { id: 'overdue', to: address('duties') },
  { id: 'supervisionsOpen', to: address('supervisions') },
  { id: 'reviewsOpen', to: address('reviews') },
  { id: 'closedThisMonth', to: address('cases', { status: 'closed' }) },
];

/** Read aloud when they change; the others change with every case. */
const TOLD = ['overdue', 'supervisionsOpen', 'reviewsOpen'];

/** @type {Record<string, number> | undefined} */
let before;

export function labelCounters() {
  byId('counters').setAttribute('aria-label', t('counters'));
  byId('counters').firstElementChild?.replaceChildren(
    ...COUNTERS.map(({ id, to }) =>
      h(
        'li',
        { 'data-counter': id },
        h(
          'a',
          { href: to },
          h('strong', {}, '–'),
          h('span', {}, t(`counter.${id}`)),
          id === 'closedThisMonth' && h('small', {}),
        ),
      ),
    ),
  );
  if (before) showCounters(before);
}

/** @param {Record<string, any>} overview */
export function showCounters(overview) {
  for (const item of byId('counters').querySelectorAll('li')) {
    const value = overview[item.dataset['counter'] ?? ''];
    const number = item.querySelector('strong');
    if (number) setText(number, String(value));
    item.dataset['zero'] = String(value === 0);
    const small = item.querySelector('small');
    if (small) setText(small, t('counter.receivedThisMonth', { n: overview['receivedThisMonth'] }));
  }
  const moved = TOLD.filter((id) => before && before[id] !== overview[id]);
  if (moved.length > 0)
    setText(byId('news'), moved.map((id) => `${t(`counter.${id}`)} ${overview[id]}`).join(', '));
  before = overview;
}
