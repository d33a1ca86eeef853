import { bundledCalendars, type WorkCalendar } from '@huiyin/policy';
import { given, refusal } from '@huiyin/testing/decision';
import { calendarAggregate, type CalendarEvent } from '.';

const calendar: WorkCalendar = {
  id: 'cn',
  version: 1,
  name: { zh: '日历', en: 'Calendar' },
  firstYear: 2026,
  lastYear: 2026,
  daysOff: ['2026-02-16', '2026-02-17'],
  makeUpDays: ['2026-02-14'],
};
const adopt = (given: WorkCalendar) => ({ type: 'AdoptCalendar', data: { calendar: given } }) as const;
const adopted = (given: WorkCalendar): CalendarEvent => ({
  type: 'CalendarAdopted',
  data: { calendar: given },
});
const issued = { id: 'cn' };

describe('none', () => {
  it.each(bundledCalendars.map((one) => [one.id, one] as const))(
    'adopts the bundled calendar %s',
    (id, one) =>
      given(calendarAggregate)
        .when(adopt(one), { id })
        .then([adopted(one)]),
  );
  it('is adopted under its own id', () =>
    given(calendarAggregate)
      .when(adopt(calendar), { id: 'hk' })
      .then(refusal('calendar-invalid', { problem: 'id: is cn, adopted as hk' })));
  it.each([
    [{ makeUpDays: ['2026-02-16'] }, '2026-02-16 is both off and worked'],
    [{ daysOff: ['2027-01-01'] }, '2027-01-01 lies outside 2026–2026'],
    [{ firstYear: 2027 }, 'firstYear 2027 comes after lastYear 2026'],
  ])('refuses %j and says what is wrong', (change, problem) =>
    given(calendarAggregate)
      .when(adopt({ ...calendar, ...change }), issued)
      .then(refusal('calendar-invalid', { problem })),
  );
});

describe('adopted', () => {
  const inState = given(calendarAggregate, adopted(calendar));
  it('is superseded by its next version', () => {
    const next = { ...calendar, version: 2, daysOff: ['2026-02-18'] };
    inState.when(adopt(next), issued).then([adopted(next)]);
  });
  it('is not edited', () =>
    inState
      .when(adopt({ ...calendar, version: 1 }), issued)
      .then(refusal('version-not-next', { last: 1, version: 1 })));
});
