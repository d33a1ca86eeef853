// Where the reader is: `#/cases?q=噪声`, `#/cases/ID`, `#/lists/ID`.

/** @typedef {{ view: string, id?: string, query: Record<string, string> }} Route */

/** In the order of the navigation. */
export const VIEWS = [
  'duties',
  'cases',
  'supervisions',
  'reviews',
  'advice',
  'honours',
  'targets',
  'figures',
  'lists',
  'reports',
];

/** @returns {Route} */
export function parse(/** @type {string} */ hash) {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?');
  const [view = '', id] = path.split('/');
  const query = Object.fromEntries(new URLSearchParams(search));
  if (view === 'lists' && id) return { view: 'list', id: unescaped(id), query };
  if (view === 'cases' && id) return { view: 'case', id: unescaped(id), query };
  return { view: VIEWS.includes(view) ? view : 'duties', query };
}

/** @param {string} text */
function unescaped(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** @param {string} view @param {Record<string, string>} [query] empty values are left out */
export function address(view, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== '');
  const search = given.length > 0 ? `?${new URLSearchParams(given)}` : '';
  return `#/${view}${search}`;
}

/** @param {string} id */
export const caseAddress = (id) => `#/cases/${encodeURIComponent(id)}`;

/** @param {string} id */
export const listAddress = (id) => `#/lists/${encodeURIComponent(id)}`;
