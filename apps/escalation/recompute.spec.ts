import { bundledRules, duties, explain } from '@huiyin/policy';
import { randomUUID } from 'node:crypto';
import { createBench, WATER_CUT, type Bench, type Process } from './escalation.fixture';

let bench: Bench;
let one: Process;
beforeEach(async () => {
  bench = await createBench();
  one = bench.start();
});
afterEach(() => bench.close());

/** Owed by the petition department until 17 March, the 15th day after 2 March. */
const OLD = '2026-03-17T15:59:59.999Z';
const NEW = '2026-03-18T15:59:59.999Z';
const china = bundledRules.calendar('cn');

const register = async (): Promise<string> => {
  const id = randomUUID();
  await bench.give('cases', id, 'RegisterCase', WATER_CUT);
  return id;
};
/** A notice makes 17 March a day off. */
const revise = (version = 2, daysOff = [...china.daysOff, '2026-03-17']) =>
  bench.give('calendars', 'cn', 'AdoptCalendar', { calendar: { ...china, version, daysOff } });
const recomputed = async (id: string) =>
  (await bench.store.readStream(`case-${id}`)).filter(({ type }) => type === 'DutiesRecomputed');

describe('a new version of the calendar', () => {
  test('moves the clocks that run, and each case keeps the old date on record', async () => {
    const [first, second] = [await register(), await register()];
    await one.caughtUp();
    await revise();
    await bench.toDay(1, one);
    for (const id of [first, second]) {
      const [event, ...others] = await recomputed(id);
      expect(others).toEqual([]);
      expect(event).toMatchObject({
        data: {
          calendar: 'cn@2',
          changes: [{ rule: 'sort-and-send', office: 'petitions', was: OLD, dueAt: NEW, provisional: false }],
        },
        meta: { calendar: 'cn@2' },
      });
    }
  });

  test('moves what escalates, and both dates are explained', async () => {
    const id = await register();
    await one.caughtUp();
    await revise();
    await bench.toDay(20, one);
    const history = await bench.store.readStream(`case-${id}`);
    const [breach] = history.filter(({ type }) => type === 'DutyBreached');
    expect(breach).toMatchObject({ data: { dueAt: NEW } });
    const [duty] = duties(history, bench.rules());
    expect(duty).toMatchObject({ dueAt: NEW, earlier: [{ dueAt: OLD, calendar: 'cn@1' }] });
    expect(explain(duty!, bench.rules(), 'zh-CN')).toContain('原定2026-03-17 23:59（日历cn@1）');
    expect(explain(duty!, bench.rules(), 'en')).toContain('It was due by 2026-03-17 23:59 (calendar cn@1)');
  });

  test('that changes no date of a case writes nothing on it', async () => {
    const id = await register();
    await one.caughtUp();
    await revise(2, [...china.daysOff, '2026-06-03']);
    await bench.toDay(1, one);
    expect(await recomputed(id)).toEqual([]);
  });

  test('leaves what has run out, and what has ended, as it was', async () => {
    const [late, sent] = [await register(), await register()];
    await bench.give('cases', sent, 'SortCase', { routes: [{ claim: 'c1', route: 'residual' }] });
    await bench.give('cases', sent, 'SendCase', { to: 'housing' });
    await bench.toDay(16, one);
    await revise();
    await bench.toDay(17, one);
    expect(await recomputed(late)).toEqual([]);
    const rules = (await recomputed(sent)).flatMap(({ data }) =>
      (data as { changes: { rule: string }[] }).changes.map(({ rule }) => rule),
    );
    expect(rules).not.toContain('sort-and-send');
  });

  test('is followed once by two processes, and again by the next version', async () => {
    const id = await register();
    const two = bench.start();
    await Promise.all([one.caughtUp(), two.caughtUp()]);
    await revise();
    await bench.toDay(1, one, two);
    expect(await recomputed(id)).toHaveLength(1);
    await revise(3, [...china.daysOff]);
    await bench.toDay(2, one, two);
    const dates = (await recomputed(id)).map(({ data }) => (data as { changes: object[] }).changes[0]);
    expect(dates).toMatchObject([
      { was: OLD, dueAt: NEW },
      { was: NEW, dueAt: OLD },
    ]);
  });

  test('keeps a step from being taken on the old date, though its round has not come to the case yet', async () => {
    const id = await register();
    await one.caughtUp();
    await bench.timers.noteRevision('cn@2', 0);
    await bench.timers.revisedUpTo('cn@2', undefined);
    await revise();
    await one.caughtUp();
    bench.clock.moveTo('2026-03-14T16:00:00.000Z');
    await one.escalation.fireDue();
    expect(await recomputed(id)).toHaveLength(1);
    expect(await bench.steps()).toEqual(['DutiesRecomputed system']);
  });

  test('whose round was cut short is gone on with from the last stream planned', async () => {
    const ids = [await register(), await register()].sort();
    await one.caughtUp();
    await bench.timers.noteRevision('cn@9', 0);
    await bench.timers.revisedUpTo('cn@1', undefined);
    await bench.timers.revisedUpTo('weekdays@1', undefined);
    await bench.timers.revisedUpTo('cn@9', `case-${ids[0]}`);
    expect(await bench.timers.unrevised(10)).toMatchObject({ cause: 'cn@9', streams: [`case-${ids[1]}`] });
    await bench.timers.revisedUpTo('cn@9', undefined);
    expect(await bench.timers.unrevised(10)).toBeUndefined();
  });
});
