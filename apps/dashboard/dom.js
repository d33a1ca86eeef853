// The few things that the page asks of the DOM: make elements, and change only what has changed.

/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * @param {string} tag
 * @param {Record<string, string | number | boolean | null | undefined>} [attributes] absent when null, undefined or false
 * @param {...(Child | Child[])} children text is always text, never markup
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false)
      element.append(child instanceof Node ? child : String(child));
  }
  return element;
}

/** @param {string} id @returns {HTMLElement} */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {Element} element @param {string} text */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

const FOCUSABLE = 'a[href], button, input, select, summary, [tabindex]';

/** What the reader has opened stays open. @param {Element} before @param {Element} after */
function keepOpened(before, after) {
  for (const details of after.querySelectorAll('details')) {
    const same = before.querySelector(`details[data-name="${CSS.escape(details.dataset.name ?? '')}"]`);
    if (same?.hasAttribute('open')) details.open = true;
  }
}

/** @param {Element} before @param {Element} after */
function replace(before, after) {
  const at = [...before.querySelectorAll(FOCUSABLE)].indexOf(/** @type {Element} */ (document.activeElement));
  before.replaceWith(after);
  if (at < 0) return;
  const next = /** @type {HTMLElement | undefined} */ (after.querySelectorAll(FOCUSABLE)[at]);
  next?.focus({ preventScroll: true });
}

const calm = matchMedia('(prefers-reduced-motion: reduce)');

/** @param {Element} element */
function flash(element) {
  if (!calm.matches) element.animate([{ backgroundColor: 'var(--flash)' }, {}], { duration: 2_000 });
}

/**
 * Shows items as children of `parent`: a child whose content is the same stays the same node, so that focus,
 * selection and scroll stay too.
 *
 * @template Item
 * @param {Element} parent
 * @param {readonly Item[]} items
 * @param {(item: Item) => string} keyOf
 * @param {(item: Item) => HTMLElement} render
 */
export function keyed(parent, items, keyOf, render) {
  const first = !parent.hasAttribute('data-shown');
  parent.setAttribute('data-shown', '');
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const before = new Map([...parent.children].map((node) => [node.getAttribute('data-key'), node]));
  const keys = new Set(items.map(keyOf));
  for (const [key, node] of before) if (key === null || !keys.has(key)) node.remove();
  /** @type {Element | null} */
  let place = parent.firstElementChild;
  for (const item of items) {
    const key = keyOf(item);
    const known = before.get(key);
    let node = /** @type {Element} */ (render(item));
    node.setAttribute('data-key', key);
    if (known) {
      keepOpened(known, node);
      if (known.isEqualNode(node)) node = known;
      else {
        if (place === known) place = node;
        replace(known, node);
      }
    }
    if (node === place) place = place.nextElementSibling;
    else parent.insertBefore(node, place);
    if (!known && !first) flash(node);
  }
  if (focused && focused !== document.activeElement && focused.isConnected)
    focused.focus({ preventScroll: true });
}
