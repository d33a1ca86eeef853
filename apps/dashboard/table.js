import { h, keyed } from './dom.js';
import { t } from './language.js';

/**
 * @template Item
 * @typedef {object} Column
 * @property {string} title
 * @property {(item: Item) => import('./dom.js').Child | import('./dom.js').Child[]} cell
 */

/**
 * A table that becomes a list of cards on a narrow screen. The roles are said aloud because the cards lose them.
 *
 * @template Item
 * @param {{ name: string, columns: readonly Column<Item>[], keyOf: (item: Item) => string, none: string,
 *   more?: () => void }} options `more` is called when the reader asks for more rows
 */
export function table({ name, columns, keyOf, none, more }) {
  const head = columns.map(({ title }) => h('th', { role: 'columnheader', scope: 'col' }, title));
  const body = h('tbody', { role: 'rowgroup' });
  const grid = h(
    'table',
    { role: 'table', 'aria-label': name },
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, head)),
    body,
  );
  const empty = h('p', { class: 'empty' }, t('loading'));
  const button = h('button', { type: 'button', class: 'more', hidden: true }, t('more'));
  if (more) button.addEventListener('click', more);
  grid.hidden = true;
  const row = (/** @type {Item} */ item) =>
    h(
      'tr',
      { role: 'row' },
      columns.map(({ title, cell }) => h('td', { role: 'cell', 'data-label': title }, cell(item))),
    );
  return {
    element: h('div', { class: 'board' }, grid, empty, button),
    /** @param {readonly Item[]} items @param {boolean} [hasMore] */
    show(items, hasMore = false) {
      keyed(body, items, keyOf, row);
      grid.hidden = items.length === 0;
      empty.hidden = items.length > 0;
      empty.textContent = none;
      button.hidden = !hasMore;
    },
  };
}
