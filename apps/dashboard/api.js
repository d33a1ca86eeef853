// Reads of the API under /api/v1.

const TIMEOUT_ms = 15_000;
const PAGE_MAX = 200;
/** More rows than this are not put on one page. */
export const ROWS_MAX = 1_000;

/** @typedef {Record<string, string | number | boolean | undefined>} Query */

/** Throws when the server cannot be reached or answers with an error; undefined for 404. */
export async function get(/** @type {string} */ path, /** @type {Query} */ query = {}) {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  const search = given.length > 0 ? `?${new URLSearchParams(given)}` : '';
  const answer = await fetch(`/api/v1${path}${search}`, { signal: AbortSignal.timeout(TIMEOUT_ms) });
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/**
 * The first `wanted` items of a list, over as many pages as it takes.
 *
 * @param {string} path
 * @param {Query} query
 * @param {number} wanted
 * @returns {Promise<{ items: any[], more: boolean }>}
 */
export async function list(path, query, wanted) {
  const items = [];
  /** @type {string | undefined} */
  let cursor;
  do {
    const limit = Math.min(PAGE_MAX, wanted - items.length);
    const page = await get(path, { ...query, limit, cursor });
    if (!page) break;
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined && items.length < wanted);
  return { items, more: cursor !== undefined && items.length < ROWS_MAX };
}

/** @param {string} id */
export const segment = (id) => encodeURIComponent(id);
