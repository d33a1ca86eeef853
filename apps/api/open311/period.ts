import { DAY_ms, SECOND_ms } from '@huiyin/kernel';
import { Open311Error } from './errors';
import { instantOf, type Params } from './params';

/** GeoReport v2, "Response Volume". */
const SPAN_MAX_days = 90;
const SPAN_MAX_ms = SPAN_MAX_days * DAY_ms;

/** From this instant on, and before that one. */
export interface Span {
  from: string;
  to: string;
}

const plus = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();

/**
 * `start_date` and `end_date`, both inclusive to the second: the latest 90 days without either, 90 days from or up to
 * the one that is given. Throws 400.
 */
export function spanOf(params: Params, now: string): Span {
  const start = instantOf(params, 'start_date');
  const end = instantOf(params, 'end_date');
  const last = end ?? (start === undefined ? now : plus(start, SPAN_MAX_ms));
  const first = start ?? plus(last, -SPAN_MAX_ms);
  if (first > last) throw new Open311Error(400, 'start_date must not be after end_date.');
  if (Date.parse(last) - Date.parse(first) > SPAN_MAX_ms) {
    throw new Open311Error(400, `start_date and end_date may not span more than ${SPAN_MAX_days} days.`);
  }
  return { from: first, to: plus(last, SECOND_ms) };
}
