import { ManualClock, SECOND_ms } from '@huiyin/kernel';
import fc from 'fast-check';
import { toProblem } from '../api/problems/problem.filter';
import { DevClockController, duration_ms } from './dev-clock.controller';
import type { SimulatedTime } from './simulated-time';

const [MINUTE_ms, HOUR_ms, DAY_ms] = [60 * SECOND_ms, 3_600 * SECOND_ms, 86_400 * SECOND_ms];

describe('a duration', () => {
  test.each([
    ['P15D', 15 * DAY_ms],
    ['PT2H', 2 * HOUR_ms],
    ['P1W', 7 * DAY_ms],
    ['P1DT12H30M5S', DAY_ms + 12 * HOUR_ms + 30 * MINUTE_ms + 5 * SECOND_ms],
    ['PT0S', 0],
  ])('%s is %d ms', (text, ms) => expect(duration_ms(text)).toBe(ms));

  test.each([
    '',
    'P',
    'PT',
    'P1DT',
    '15D',
    'P-1D',
    'P1.5D',
    'P1Y',
    'P1M',
    'p1d',
    ' P1D',
    'P1D ',
    'P1H',
    'PT1D',
    'P1D2W',
    'P1D\n',
  ])('%j is none', (text) => expect(duration_ms(text)).toBeUndefined());

  test('is the sum of its parts, whichever there are', () => {
    const part = (max: number) => fc.option(fc.nat(max), { nil: undefined });
    const parts = fc.record({
      W: part(9_999),
      D: part(9_999),
      H: part(99_999),
      M: part(999_999),
      S: part(9_999_999),
    });
    fc.assert(
      fc.property(parts, ({ W, D, H, M, S }) => {
        const say = (amount: number | undefined, unit: string) =>
          amount === undefined ? '' : `${amount}${unit}`;
        const time = say(H, 'H') + say(M, 'M') + say(S, 'S');
        const text = `P${say(W, 'W')}${say(D, 'D')}${time && `T${time}`}`;
        const sum =
          (W ?? 0) * 7 * DAY_ms +
          (D ?? 0) * DAY_ms +
          (H ?? 0) * HOUR_ms +
          (M ?? 0) * MINUTE_ms +
          (S ?? 0) * SECOND_ms;
        expect(duration_ms(text)).toBe(text === 'P' ? undefined : sum);
      }),
    );
  });

  test('that no part makes up is none, whatever the text', () => {
    const form = /^P(?!$)(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/;
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'PTWDHMS019'), maxLength: 12 }), (text) => {
        if (!form.test(text)) expect(duration_ms(text)).toBeUndefined();
      }),
    );
  });
});

describe('/dev/clock', () => {
  const START = '2026-03-02T00:00:00.000Z';
  const open = () => {
    const clock = new ManualClock(START);
    const time: SimulatedTime = {
      now: () => clock.now(),
      moveTo: (to) => Promise.resolve(clock.moveTo(to)).then(() => 3),
    };
    return new DevClockController(time);
  };

  test.each([
    [{ advance: 'P15D' }, '2026-03-17T00:00:00.000Z'],
    [{ to: '2026-04-01T08:00:00+08:00' }, '2026-04-01T00:00:00.000Z'],
    [{ to: START }, START],
  ])('moves with %j, and answers the time and how many timers fired', async (body, now) => {
    expect(await open().move(body)).toEqual({ now, fired: 3 });
  });

  test.each([
    undefined,
    null,
    [],
    'P15D',
    {},
    { advance: 15 },
    { advance: 'a while' },
    { to: 'tomorrow' },
    { to: '2026-04-01' },
    { to: '2026-03-01T00:00:00Z' },
    { to: '2032-03-02T00:00:00Z' },
    { advance: 'P9999D' },
    { advance: 'P1D', to: '2026-04-01T00:00:00Z' },
  ])('refuses %j, and does not move', async (body) => {
    const controller = open();
    const refused = await controller.move(body).catch(toProblem);
    expect(refused).toMatchObject({ problem: { status: 400, code: 'invalid-request' } });
    expect(controller.read()).toEqual({ now: START });
  });
});
