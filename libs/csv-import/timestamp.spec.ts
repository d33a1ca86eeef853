import fc from 'fast-check';
import { DATE_FORMATS, parseTimestamp } from './timestamp';

const parse = (text: string): string => {
  const parsed = parseTimestamp(text, DATE_FORMATS, 'America/New_York');
  return parsed.ok ? new Date(parsed.at_ms).toISOString() : parsed.message;
};

describe('a date in an export', () => {
  it.each([
    ['2023-01-01 00:21:00', '2023-01-01T05:21:00.000Z'],
    ['2023-07-01 00:21:00', '2023-07-01T04:21:00.000Z'],
    ['2020-01-01T00:21:00', '2020-01-01T05:21:00.000Z'],
    ['2023-01-01 00:21:00.43', '2023-01-01T05:21:00.430Z'],
    ['2023-01-01 00:21:00.817123', '2023-01-01T05:21:00.817Z'],
    ['2023-01-01 00:21', '2023-01-01T05:21:00.000Z'],
    ['2023-01-01', '2023-01-01T05:00:00.000Z'],
    ['2023-01-01T00:21:00Z', '2023-01-01T00:21:00.000Z'],
    ['2023-01-01 00:21:00+00', '2023-01-01T00:21:00.000Z'],
    ['2023-01-01 00:21:00 -05:00', '2023-01-01T05:21:00.000Z'],
    ['1/31/2023 12:21:05 AM', '2023-01-31T05:21:05.000Z'],
    ['01/31/2023 1:21 p.m.', '2023-01-31T18:21:00.000Z'],
    ['31.1.2023 13:21', '2023-01-31T18:21:00.000Z'],
    // 02:30 does not exist on this day, 01:30 comes twice on the other: the earlier offset counts.
    ['2023-03-12 02:30:00', '2023-03-12T06:30:00.000Z'],
    ['2023-11-05 01:30:00', '2023-11-05T05:30:00.000Z'],
  ])('%s', (text, expected) => {
    expect(parse(text)).toBe(expected);
  });

  it.each([
    ['2023-13-01', 'there is no month 13'],
    ['2023-02-29', 'the month has no day 29'],
    ['2023-01-00', 'the month has no day 0'],
    ['2023-01-01 24:00', 'there is no such time of day'],
    ['2023-01-01 10:60', 'there is no such time of day'],
    ['1/31/2023 13:21 PM', 'there is no such time of day'],
    ['0023-01-01', 'the year is not in 1970–2199'],
    ['2023-01-01T00:00:00+15:00', 'there is no such offset'],
    ['tomorrow', 'not a date (iso or month-first or day-first)'],
    ['', 'not a date (iso or month-first or day-first)'],
  ])('%s is refused', (text, reason) => {
    expect(parse(text)).toBe(reason);
  });

  it('is never thrown at, whatever it is', () => {
    const odd = fc.string({ unit: fc.constantFrom(...'0123456789-/:. TZ+apm'), maxLength: 30 });
    fc.assert(
      fc.property(fc.oneof(fc.string(), odd), (text) => {
        const parsed = parseTimestamp(text, DATE_FORMATS, 'America/New_York');
        expect(parsed.ok ? Number.isFinite(parsed.at_ms) : parsed.message !== '').toBe(true);
      }),
    );
  });

  it('reads back every minute that the wall clock shows once', () => {
    const zone = 'America/New_York';
    const shown = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    const minute = fc.integer({ min: Date.UTC(2010, 0) / 60_000, max: Date.UTC(2035, 0) / 60_000 });
    fc.assert(
      fc.property(minute, (at) => {
        const text = shown.format(at * 60_000);
        const again = parseTimestamp(text, ['iso'], zone);
        expect(again.ok && shown.format(again.at_ms)).toBe(text);
      }),
    );
  });
});
