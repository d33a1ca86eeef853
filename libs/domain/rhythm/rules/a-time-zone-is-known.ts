import type { Verdict } from '../../decider';

/** A local time of day means something only in a zone that the time zone database knows. */
export function aTimeZoneIsKnown(timeZone: string): Verdict {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return undefined;
  } catch {
    return { code: 'time-zone-unknown', facts: { timeZone } };
  }
}
