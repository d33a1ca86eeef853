import { bundledAdopted, given, type Told } from '@huiyin/testing/view';
import { caseSteps } from '@huiyin/testing/histories';
import { flowByDay } from './projection';

const [one, two] = [caseSteps('1'), caseSteps('2')];

test('cases and the persons behind them count on the day that they came in', () => {
  const rows = given(
    one.registered({ persons: 5 }, '2026-03-02T01:00:00.000Z'),
    two.registered({}, '2026-03-02T09:00:00.000Z'),
    one.closed({}, '2026-03-20T01:00:00.000Z'),
    one.reopened({}, '2026-03-20T05:00:00.000Z'),
  ).rows(flowByDay);
  expect(rows).toEqual([
    { day: '2026-03-02', inflow: 2, closed: 0, reopened: 0, persons: 6 },
    { day: '2026-03-20', inflow: 0, closed: 1, reopened: 1, persons: 0 },
  ]);
});

test.each([
  ['xinfang-2022', '2026-03-03'],
  ['open311', '2026-03-02'],
])('the day is that of the zone of %s', (pack, day) => {
  const late = one.registered({ pack }, '2026-03-02T17:30:00.000Z');
  expect(given(...bundledAdopted, late).rows(flowByDay)).toMatchObject([{ day }]);
});

describe('what a correction changes', () => {
  const told = (type: string, data: object): Told => ({
    stream: 'case-1',
    type,
    data,
    occurredAt: '2026-03-09T01:00:00.000Z',
  });
  const day = { day: '2026-03-02', inflow: 1, closed: 0, reopened: 0, persons: 5 };
  const registered = one.registered({ persons: 5 }, '2026-03-02T01:00:00.000Z');
  const correction = {
    by: 'petitions',
    entry: 0,
    entryOn: '2026-03-02',
    type: 'CaseRegistered',
    reasons: '',
  };
  const persons = told('RecordCorrected', { ...correction, field: 'persons', before: 5, after: 12 });
  const struck = { by: 'petitions', reasons: '', registeredOn: '2026-03-02' };

  test('a registration that was struck is no inflow, on the day on which it was made', () =>
    expect(given(registered, told('RegistrationStruck', { ...struck, persons: 5 })).rows(flowByDay)).toEqual([
      { ...day, inflow: 0, persons: 0 },
    ]));

  test('a corrected number of persons is the number that is counted', () => {
    expect(given(registered, persons).rows(flowByDay)).toEqual([{ ...day, persons: 12 }]);
    expect(
      given(registered, persons, told('RegistrationStruck', { ...struck, persons: 12 })).rows(flowByDay),
    ).toEqual([{ ...day, inflow: 0, persons: 0 }]);
  });

  test('any other correction moves no number', () =>
    expect(
      given(
        registered,
        told('RecordCorrected', { ...correction, field: 'title', before: 'a', after: 'b' }),
      ).rows(flowByDay),
    ).toEqual([day]));
});
