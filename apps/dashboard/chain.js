// The responsibility chain: each office's time in the case, drawn over the case's own, and who held its posts then.
import { h } from './dom.js';
import { t } from './language.js';
import { officeName } from './names.js';
import { date, dateTime } from './time.js';

/** @param {number} share of the whole, 0 to 1 */
const percent = (share) => `${(share * 100).toFixed(2)}%`;

/** Where an instant lies between the first and the last. @param {any} chain @param {string} now */
function scaleOf({ segments }, now) {
  const first_ms = Math.min(...segments.map((/** @type {any} */ { from }) => Date.parse(from)));
  const last_ms = Math.max(
    ...segments.map((/** @type {any} */ { until }) => Date.parse(until ?? now)),
    first_ms + 1,
  );
  return (/** @type {string} */ instant) =>
    Math.min(1, Math.max(0, (Date.parse(instant) - first_ms) / (last_ms - first_ms)));
}

/**
 * The links of a chain, as items to be shown. `say`: the sentence for an event at a position of the log.
 *
 * @param {any} chain
 * @param {string} now
 * @param {(position: number) => string} say
 */
export function linksOf(chain, now, say) {
  const at = scaleOf(chain, now);
  return chain.segments.map((/** @type {any} */ segment) => ({
    key: segment.id,
    show: () => link(segment, chain, { at, now, say }),
  }));
}

/** Every office that a chain names. @param {any} chain @returns {string[]} */
export const officesOfChain = (chain) =>
  (chain?.segments ?? []).flatMap((/** @type {any} */ { office, takesOverFrom }) => [office, takesOverFrom]);

/** @typedef {{ at: (instant: string) => number, now: string, say: (position: number) => string }} Drawn */

/** @param {any} segment @param {any} chain @param {Drawn} drawn */
function link(segment, chain, { at, now, say }) {
  const { role, office, from, until, takesOverFrom, holders } = segment;
  const zone = chain.timeZone;
  const bar = h('div', { class: 'stretch', 'data-role': role });
  const steps = chain.steps.filter((/** @type {any} */ step) => step.segment === segment.id);
  bar.style.setProperty('--from', percent(at(from)));
  bar.style.setProperty('--length', percent(at(until ?? now) - at(from)));
  return h(
    'li',
    {},
    h(
      'p',
      {},
      h('span', { class: 'tag', 'data-role': role }, t(`role.${role}`)),
      ' ',
      h('b', {}, officeName(office)),
      h('span', { class: 'about' }, `${date(from, zone)} – ${until ? date(until, zone) : t('chain.lasts')}`),
      takesOverFrom &&
        h('span', { class: 'about' }, t('chain.tookOver', { office: officeName(takesOverFrom) })),
    ),
    h(
      'div',
      { class: 'track', 'aria-hidden': 'true' },
      bar,
      ...steps.map((/** @type {any} */ step) => tick(step, at)),
    ),
    h(
      'ul',
      { class: 'posts' },
      posts(holders),
      ...steps.map((/** @type {any} */ step) => decided(step, zone, say)),
    ),
  );
}

/** @param {any} step @param {(instant: string) => number} at */
function tick(step, at) {
  const mark = h('span', { class: 'tick', 'data-what': step.what });
  mark.style.setProperty('--at', percent(at(step.at)));
  return mark;
}

/** @param {any[]} holders */
const posts = (holders) =>
  holders.length === 0
    ? [h('li', { class: 'about' }, t('chain.nobody'))]
    : holders.map(({ post, from, until, duties }) =>
        h(
          'li',
          {},
          t(`post.${post}`),
          h('span', { class: 'about' }, `${from} – ${until ?? ''}`),
          duties.length > 1 && h('span', { class: 'tag' }, t('chain.twoDuties')),
        ),
      );

/** @param {any} step @param {string} zone @param {Drawn['say']} say */
const decided = ({ what, at, approvedBy, position }, zone, say) =>
  h(
    'li',
    { class: 'about' },
    `${dateTime(at, zone)} ${t(`decided.${what}`)} `,
    say(position),
    approvedBy && t('chain.approvedBy', { post: t(`post.${approvedBy}`) }),
  );
