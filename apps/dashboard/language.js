// The language of the page: the reader's choice, remembered; otherwise the browser's.
import { WORDS } from './words.js';

/** @typedef {'zh-CN' | 'en'} Language */

const REMEMBERED = 'huiyin.language';

/** @returns {Language} */
function first() {
  try {
    const remembered = localStorage.getItem(REMEMBERED);
    if (remembered === 'zh-CN' || remembered === 'en') return remembered;
  } catch {
    // Storage is switched off: the choice lasts as long as the page.
  }
  return navigator.language.startsWith('zh') ? 'zh-CN' : 'en';
}

let current = first();

export const language = () => current;

/** @param {Language} chosen */
export function setLanguage(chosen) {
  current = chosen;
  try {
    localStorage.setItem(REMEMBERED, chosen);
  } catch {
    // As above.
  }
}

/** @param {{ zh: string, en: string } | undefined} text */
export const pick = (text) => (text ? (current === 'en' ? text.en : text.zh) : '');

/**
 * The words of a key, with `{name}` filled in; a key that has none is shown as it is.
 *
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  const words = WORDS[key];
  const text = words ? words[current === 'en' ? 1 : 0] : (key.split('.').at(-1) ?? key);
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

/** @param {string} key */
export const knows = (key) => key in WORDS;
