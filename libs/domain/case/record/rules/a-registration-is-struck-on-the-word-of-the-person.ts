import type { Verdict } from '../../../decider';
import type { RecordState } from '../state';

/** Only where the person disputes it is a registration struck: no office gets rid of a petition by itself (Art. 18). */
export const aRegistrationIsStruckOnTheWordOfThePerson = (
  { openDisputes }: RecordState,
  dispute: string,
): Verdict =>
  openDisputes.find((one) => one.dispute === dispute)?.from === 'office'
    ? { code: 'struck-by-office', facts: { dispute } }
    : undefined;
