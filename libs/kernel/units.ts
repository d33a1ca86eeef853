/** Units of time, in milliseconds. A day is 24 hours long: for days of a calendar see local-time. */
export const SECOND_ms = 1_000;
export const MINUTE_ms = 60 * SECOND_ms;
export const HOUR_ms = 60 * MINUTE_ms;
export const DAY_ms = 24 * HOUR_ms;
