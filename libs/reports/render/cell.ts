import { unreachable, wallClock } from '@huiyin/kernel';
import type { Instant } from '@huiyin/policy';
import type { Cell } from '../document';
import { inWords, type ReportLanguage } from './language';
import { WORDS } from './words';

const HOURS_A_DAY = 24;
/** From here on a duration reads in days. */
const HOURS_MAX = 72;
const PERCENT_DIGITS = 1;

export interface Reading {
  language: ReportLanguage;
  /** Of the instants. */
  timeZone: string;
}

/** What a reader of the language is shown. */
export function shownCell(cell: Cell, { language, timeZone }: Reading): string {
  switch (cell.kind) {
    case 'count':
      return grouped(cell.value);
    case 'rate':
      return cell.denominator === 0
        ? inWords(WORDS.ofNone, language)
        : `${percent(cell)} (${grouped(cell.numerator)}/${grouped(cell.denominator)})`;
    case 'duration':
      return duration(cell.hours, language);
    case 'score':
      return cell.value.toFixed(cell.digits);
    case 'suppressed':
      return language === 'zh-CN' ? `少于${cell.below}` : `fewer than ${cell.below}`;
    case 'text':
      return inWords(cell.text, language);
    case 'verbatim':
      return cell.text;
    case 'date':
      return cell.date;
    case 'instant':
      return localMinute(cell.instant, timeZone);
    case 'none':
      return '—';
    default:
      return unreachable(cell);
  }
}

export const isFigure = ({ kind }: Cell): boolean =>
  kind === 'count' || kind === 'rate' || kind === 'duration' || kind === 'score' || kind === 'suppressed';

/** `83.3%`; half a digit rounds up. */
export function percent({ numerator, denominator }: { numerator: number; denominator: number }): string {
  const scale = 10 ** PERCENT_DIGITS;
  const scaled = Math.floor((numerator * 100 * scale * 2 + denominator) / (denominator * 2));
  return `${(scaled / scale).toFixed(PERCENT_DIGITS)}%`;
}

/** `2026-03-02 09:30` by the clock of the zone. */
export const localMinute = (instant: Instant, timeZone: string): string =>
  new Date(wallClock(Date.parse(instant), timeZone)).toISOString().slice(0, 16).replace('T', ' ');

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

function duration(hours: number, language: ReportLanguage): string {
  const [amount, unit] =
    hours < HOURS_MAX ? [hours, { zh: '小时', en: ' h' }] : [hours / HOURS_A_DAY, { zh: '天', en: ' days' }];
  return `${amount.toFixed(1)}${inWords(unit, language)}`;
}
