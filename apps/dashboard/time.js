// Instants in words, by the clock of the city.
import { language, t } from './language.js';

/** Written into the page by the server. */
const ZONE = document.documentElement.dataset.timeZone;
const MINUTE_ms = 60_000;
const HOUR_ms = 60 * MINUTE_ms;
const DAY_ms = 24 * HOUR_ms;

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** `2026-03-19 23:59` by a zone's clock. @param {string} zone */
function format(zone) {
  let known = formats.get(zone);
  if (!known) {
    known = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    formats.set(zone, known);
  }
  return known;
}

/** @param {string} instant */
export const dateTime = (instant, zone = ZONE) => format(zone).format(new Date(instant));
/** @param {string} instant */
export const date = (instant, zone = ZONE) => dateTime(instant, zone).slice(0, 10);
/** @param {string} instant */
export const timeOfDay = (instant, zone = ZONE) => dateTime(instant, zone).slice(11);

/** The day after a local day. @param {string} day `2026-03-19` */
export const dayAfter = (day) => new Date(Date.parse(day) + DAY_ms).toISOString().slice(0, 10);

/** When a local day begins. @param {string} day `2026-03-19` */
export function dayStart(day, zone = ZONE) {
  const noon = new Date(`${day}T12:00:00Z`);
  const shown = Date.parse(`${dateTime(noon.toISOString(), zone).replace(' ', 'T')}:00Z`);
  return new Date(Date.parse(`${day}T00:00:00Z`) - (shown - noon.getTime())).toISOString();
}

/** `2026-03-19 周四` @param {string} instant */
export function longDate(instant, zone = ZONE) {
  const weekday = new Intl.DateTimeFormat(language(), { timeZone: zone, weekday: 'short' });
  return `${date(instant, zone)} ${weekday.format(new Date(instant))}`;
}

/** The two largest units: `3天4小时`. @param {number} ms */
export function length(ms) {
  const minutes = Math.max(1, Math.round(Math.abs(ms) / MINUTE_ms));
  const days = Math.floor(minutes / (DAY_ms / MINUTE_ms));
  const hours = Math.floor((minutes % 1_440) / 60);
  const parts = [];
  if (days > 0) parts.push(t('days', { n: days }));
  if (hours > 0 && days < 30) parts.push(t('hours', { n: hours }));
  if (days === 0 && hours < 6 && minutes % 60 > 0) parts.push(t('minutes', { n: minutes % 60 }));
  return parts.join(language() === 'en' ? ' ' : '');
}

/** `逾期3天` or `还有2天` @param {string} dueAt @param {string} now */
export function lateness(dueAt, now) {
  const left_ms = Date.parse(dueAt) - Date.parse(now);
  return t(left_ms < 0 ? 'late' : 'left', { length: length(left_ms) });
}
