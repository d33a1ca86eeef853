import type { Offices, Verdict } from '../../decider';

/** The id of the rhythm of the whole city. */
export const CITY = 'city';

/** One rhythm for the city, and one for each office that wants its own. */
export const aRhythmIsTheCitysOrAnOffices = (id: string, offices: Offices): Verdict =>
  id === CITY || offices.has(id) ? undefined : { code: 'office-unknown', facts: { office: id } };
