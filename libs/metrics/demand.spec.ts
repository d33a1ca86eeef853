import { bundledRules } from '@huiyin/policy';
import type { LogEvent } from '@huiyin/read-models';
import { stored, type Told } from '@huiyin/testing/view';
import { factsOf } from './facts';
import { lives } from './lives.fixture';
import { measure } from './measure';
import type { Metric } from './metric';
import { METRICS } from './registry';
import type { Cell, Slicing } from './slicing';

/* What people bring, and how often, is demand: it moves no number by which an office is called better or worse. */

const LAST = '2027-02-01T00:00:00.000Z';
const slicing: Slicing = {
  windows: [{ since: '2026-01-01T00:00:00.000Z', until: '2027-02-02T00:00:00.000Z' }],
  by: 'office',
  day: '2027-02-01',
};

const on = (id: string, type: string, data: object): Told => ({
  stream: `case-${id}`,
  type,
  data,
  occurredAt: LAST,
});

/** Of the petitioners of cases that are there: they ask again, dispute, write, and bring the matter anew. */
const acts: readonly Told[] = ['life-good', 'life-like', 'life-bad'].flatMap((id) => [
  on(id, 'ReviewAsked', { stage: 'review', of: 'housing', to: 'city-government' }),
  on(id, 'RecordDisputed', {
    by: 'petitions',
    dispute: 'd1',
    from: 'petitioner',
    entry: 0,
    says: 'it is not so',
  }),
  on(id, 'MessageAdded', { text: 'it is still so' }),
  on(id, 'CaseLinked', { by: 'petitions', to: 'life-open', as: 'repeat' }),
]);

const cells = (metric: Metric, told: readonly Told[]): readonly Cell[] =>
  measure(metric, factsOf(stored(told) as readonly LogEvent[], bundledRules), slicing);

const moved = (metric: Metric): boolean =>
  JSON.stringify(cells(metric, lives)) !== JSON.stringify(cells(metric, [...lives, ...acts]));

test('what petitioners do moves no number that says how an office does', () =>
  expect(
    METRICS.filter(({ better }) => better !== 'none')
      .filter(moved)
      .map(({ id }) => id),
  ).toEqual([]));

test('it is shown as demand', () =>
  expect(METRICS.filter(moved).map(({ id }) => id)).toEqual([
    'repeat-rate',
    'reviews-asked',
    'first-petition-closure',
  ]));

describe('every metric', () => {
  test('has an id of its own', () => expect(new Set(METRICS.map(({ id }) => id)).size).toBe(METRICS.length));

  test.each(METRICS.map((metric) => [metric.id, metric] as const))(
    '%s says what it is in both languages',
    (id, metric) => {
      const { name, unit, source, definition, measure: kind } = metric;
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      for (const text of [name, unit, source, ...Object.values(definition)]) {
        expect(text.zh).toMatch(/[\u4e00-\u9fff%]/);
        expect(text.en).toMatch(/[a-z%]/);
      }
      expect(definition.denominator !== undefined).toBe(kind === 'share');
    },
  );
});
