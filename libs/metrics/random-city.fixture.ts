import { DAY_ms } from '@huiyin/kernel';
import { LEVELS } from '@huiyin/domain';
import type { Instant } from '@huiyin/policy';
import { play, playSteps } from '@huiyin/testing/play';
import { bundledAdopted, type Told } from '@huiyin/testing/view';
import fc from 'fast-check';
import { lives } from './lives.fixture';
import { windowOf } from './period';
import { DIMENSIONS, type Slicing } from './slicing';

/* Random histories by the real deciders, in a random directory, and random questions about them. */

const PLAYS = 5;
const STEPS_MAX = 60;
const START_ms = Date.parse('2026-03-01T16:00:00.000Z');
const SPAN_days = 400;

/** Those of the examples, and some that only stand above them; rings and successions included. */
const OFFICES = ['petitions', 'housing', 'city-government', 'construction', 'discipline', 'heating'];
const TERRITORIES = ['沈阳市', '南湖街道', '南湖', '和平区', ''];

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}-)/g;

/** The same play on other streams. */
const onOwnStreams = (told: readonly Told[], number: number): Told[] =>
  JSON.parse(JSON.stringify(told).replace(UUID, `${String(number).padStart(8, '0')}$1`)) as Told[];

const office = fc.record({
  id: fc.constantFrom(...OFFICES),
  level: fc.constantFrom(...LEVELS),
  territory: fc.constantFrom(...TERRITORIES),
  superior: fc.option(fc.constantFrom(...OFFICES), { nil: undefined }),
  successor: fc.option(fc.constantFrom(...OFFICES), { nil: undefined, freq: 2 }),
});

const directory = fc
  .uniqueArray(office, { maxLength: OFFICES.length, selector: ({ id }) => id })
  .map((offices): Told[] =>
    offices.flatMap(({ id, level, territory, superior, successor }) => [
      {
        stream: `office-${id}`,
        type: 'OfficeRegistered',
        data: { name: { zh: id, en: id }, kind: 'office', level, territory, functions: [], superior },
      },
      ...(successor === undefined
        ? []
        : [{ stream: `office-${id}`, type: 'OfficeSucceeded', data: { successor, from: '2026-07-01' } }]),
    ]),
  );

/** The events of a city, in the order of its log. */
export const randomCity: fc.Arbitrary<readonly Told[]> = fc
  .tuple(directory, fc.array(playSteps(STEPS_MAX), { minLength: PLAYS, maxLength: PLAYS }))
  .map(([offices, plays]) => [
    ...bundledAdopted,
    ...offices,
    ...lives,
    ...plays.flatMap((steps, number) => onOwnStreams(play(steps), number)),
  ]);

const instant = fc
  .integer({ min: 0, max: SPAN_days })
  .map((days): Instant => new Date(START_ms + days * DAY_ms).toISOString());

/** One of them has summer time, and begins its days half a day later. */
const ZONES = ['Asia/Shanghai', 'America/New_York'];

/** Whole local days. */
const window = fc.tuple(instant, instant, fc.constantFrom(...ZONES)).map(([a, b, zone]) => {
  const [from, to] = [a, b].sort().map((one) => one.slice(0, 10));
  return windowOf({ from: from!, to: to! }, zone);
});

const EVER = { since: '2000-01-01T00:00:00.000Z', until: '2100-01-01T00:00:00.000Z' };

export const randomSlicing: fc.Arbitrary<Slicing> = fc.record({
  windows: fc.array(fc.oneof(window, fc.constant(EVER)), { minLength: 1, maxLength: 3 }),
  by: fc.option(fc.constantFrom(...DIMENSIONS), { nil: undefined }),
  only: fc.oneof(
    { weight: 2, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.record({ office: fc.constantFrom(...OFFICES) }) },
    { weight: 1, arbitrary: fc.record({ category: fc.constantFrom('housing', 'labour') }) },
    { weight: 1, arbitrary: fc.record({ area: fc.constantFrom(...TERRITORIES) }) },
  ),
  day: fc.constantFrom('2026-06-30', '2026-07-01'),
});

/** Whom the cases are asked for: most viewers may see all. */
export const randomSight = fc
  .subarray(OFFICES, { maxLength: 1 })
  .map((keptFrom) => ({ of: 'all-but' as const, keptFrom }));
