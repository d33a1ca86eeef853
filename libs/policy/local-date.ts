import type { LocalDate } from '@huiyin/kernel';
import type { Instant } from './pack';
import { dateOf } from './work-days';
import { localDay } from './zone-time';

/** The local day of an instant. */
export const localDate = (instant: Instant, zone: string): LocalDate =>
  dateOf(localDay(Date.parse(instant), zone));
