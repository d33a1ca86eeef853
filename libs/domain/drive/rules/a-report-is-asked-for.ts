import type { LocalDate } from '@huiyin/kernel';
import type { Verdict } from '../../decider';

interface Asked {
  offices: readonly string[];
  from: LocalDate;
  to: LocalDate;
}

/** Only an office of the drive reports, for a day of the drive that has begun: nothing is confirmed in advance. */
export const aReportIsAskedFor = (
  { offices, from, to }: Asked,
  office: string,
  day: LocalDate,
  today: LocalDate,
): Verdict =>
  offices.includes(office) && day >= from && day <= to && day <= today
    ? undefined
    : { code: 'report-not-asked', facts: { office, day } };
