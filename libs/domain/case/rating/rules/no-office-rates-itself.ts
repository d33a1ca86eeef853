import type { Verdict } from '../../../decider';

/** The petitioner rates (Art. 21): no office gives a rating, least of all of itself. */
export const noOfficeRatesItself = (office: string | undefined): Verdict =>
  office === undefined ? undefined : { code: 'rated-by-an-office', facts: { office } };
