import { HOUR_ms, instantAt, MINUTE_ms } from '@huiyin/kernel';

/** `iso`: 2023-01-31 00:21:00; `month-first`: 1/31/2023 12:21 AM; `day-first`: 31.1.2023 00:21. */
export const DATE_FORMATS = ['iso', 'month-first', 'day-first'] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

export type ParsedTimestamp = { ok: true; at_ms: number } | { ok: false; message: string };

const TIME =
  String.raw`(?:(?:T|,? +)(?<h>\d{1,2}):(?<m>\d{2})(?::(?<s>\d{2})(?:[.,](?<f>\d{1,9}))?)?` +
  String.raw`(?: ?(?<half>[ap]\.?m\.?))?)?(?: ?(?<offset>z|[+-]\d{2}(?::?\d{2})?))?`;

const PATTERNS: Readonly<Record<DateFormat, RegExp>> = {
  iso: new RegExp(String.raw`^(?<year>\d{4})[-/](?<month>\d{1,2})[-/](?<day>\d{1,2})${TIME}$`, 'i'),
  'month-first': new RegExp(String.raw`^(?<month>\d{1,2})[-/](?<day>\d{1,2})[-/](?<year>\d{4})${TIME}$`, 'i'),
  'day-first': new RegExp(String.raw`^(?<day>\d{1,2})[-/.](?<month>\d{1,2})[-/.](?<year>\d{4})${TIME}$`, 'i'),
};

const YEAR_MIN = 1970;
const YEAR_MAX = 2199;

type Parts = Readonly<Record<string, string | undefined>>;

/**
 * An instant from the text of an export: date, or date and time with optional seconds, fraction, AM/PM and offset.
 * Without an offset it is the wall clock of `zone`; what falls into a change of clocks is taken by the earlier offset.
 */
export function parseTimestamp(text: string, formats: readonly DateFormat[], zone: string): ParsedTimestamp {
  for (const format of formats) {
    const parts: Parts | undefined = PATTERNS[format].exec(text)?.groups;
    if (parts) return instantOf(parts, zone);
  }
  return { ok: false, message: `not a date (${formats.join(' or ')})` };
}

const wrong = (message: string): ParsedTimestamp => ({ ok: false, message });

function instantOf(parts: Parts, zone: string): ParsedTimestamp {
  const [year, month, day] = [Number(parts['year']), Number(parts['month']), Number(parts['day'])];
  const [minute, second] = [Number(parts['m'] ?? 0), Number(parts['s'] ?? 0)];
  const hour = hourOf(parts);
  if (year < YEAR_MIN || year > YEAR_MAX) return wrong(`the year is not in ${YEAR_MIN}–${YEAR_MAX}`);
  if (month < 1 || month > 12) return wrong(`there is no month ${month}`);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day < 1 || day > last) return wrong(`the month has no day ${day}`);
  if (hour === undefined || hour > 23 || minute > 59 || second > 59)
    return wrong('there is no such time of day');
  const fraction_ms = Number((parts['f'] ?? '').padEnd(3, '0').slice(0, 3));
  const wall_ms = Date.UTC(year, month - 1, day, hour, minute, second, fraction_ms);
  const offset_ms = offsetOf(parts['offset']);
  if (Number.isNaN(offset_ms)) return wrong('there is no such offset');
  return { ok: true, at_ms: offset_ms === undefined ? instantAt(wall_ms, zone) : wall_ms - offset_ms };
}

function hourOf({ h, half }: Parts): number | undefined {
  const hour = Number(h ?? 0);
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
}

/** ms east of UTC; undefined where the text has none, NaN for one that no place on earth has. */
function offsetOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (text.toLowerCase() === 'z') return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(3).replace(':', '') || 0)];
  if (hours > 14 || minutes > 59) return NaN;
  return (text.startsWith('-') ? -1 : 1) * (hours * HOUR_ms + minutes * MINUTE_ms);
}
