import { DAY_ms } from '@huiyin/kernel';
import type { WorkCalendar } from '@huiyin/policy';
import { fail, ok, warn, type Check } from '../check';

const READ_MAX = 1_000;
/** Time enough to adopt the next year's holidays once they are announced. */
const AHEAD_ms = 60 * DAY_ms;

/** The newest version of each adopted calendar. */
export const calendars: Check = {
  name: 'calendars',
  async look({ store, now }) {
    const adopted = await store.readAll({
      after: 0,
      limit: READ_MAX,
      filter: { types: ['CalendarAdopted'] },
    });
    const newest = new Map<string, WorkCalendar>();
    for (const { data } of adopted) {
      const { calendar } = data as { calendar: WorkCalendar };
      newest.set(calendar.id, calendar);
    }
    if (newest.size === 0) return ok('no calendar is adopted yet');
    const short = [...newest.values()].flatMap(({ id, lastYear }) => {
      const advice = `adopt a calendar ${id} that covers the next year (docs/how-to/use-the-api.md)`;
      if (now.getUTCFullYear() > lastYear)
        return [fail(`calendar ${id} ends with ${lastYear}: deadlines are provisional`, advice)];
      const ahead = new Date(now.getTime() + AHEAD_ms).getUTCFullYear() > lastYear;
      return ahead ? [warn(`calendar ${id} ends with ${lastYear}`, advice)] : [];
    });
    const spans = [...newest.values()].map(({ id, lastYear }) => `${id} to ${lastYear}`);
    return short.length > 0 ? short : ok(`calendars reach far enough: ${spans.join(', ')}`);
  },
};
