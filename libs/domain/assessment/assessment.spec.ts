import { dutiesOf, given, on, refusal, type Happened } from '@huiyin/testing/decision';
import { officeTree } from '../offices';
import { assessmentAggregate, type AssessmentEvent, type AssessmentEvents } from '.';

type Of<T extends AssessmentEvent['type']> = Extract<AssessmentEvent, { type: T }>;
const event = <T extends AssessmentEvent['type']>(type: T, data: AssessmentEvents[T]): Of<T> =>
  ({ type, data }) as unknown as Of<T>;

const id = 'city';
const open = (year: number, ...offices: string[]) =>
  ({ type: 'OpenAssessment', data: { year, offices } }) as const;
const openedFor = (year: number, ...offices: string[]) =>
  event('AssessmentOpened', {
    pack: 'xinfang-2022@2',
    by: id,
    year,
    yearEndsAt: `${year}-12-31T15:59:59.999Z`,
    offices: offices.map((office) => ({ office, assessed: `${year}/${office}` })),
  });
const opened = on('2025-02-03', openedFor(2025, 'housing', 'heating'));
const assess = (office: string, year = 2025) =>
  ({ type: 'AssessOffice', data: { year, office, grade: 'good', findings: '按期办理。' } }) as const;
const assessed = (office: string) =>
  event('OfficeAssessed', {
    by: id,
    year: 2025,
    office,
    assessed: `2025/${office}`,
    grade: 'good',
    findings: '按期办理。',
  });
const inMarch = { id, occurredAt: '2026-03-02T01:00:00.000Z' };

it('a year is opened once, by the level above, for offices of the directory', () => {
  given(assessmentAggregate)
    .when(open(2025, 'housing', 'heating', 'housing'), { id })
    .then([openedFor(2025, 'housing', 'heating')]);
  given(assessmentAggregate, opened).when(open(2025, 'works'), { id }).then(refusal('assessment-opened'));
  given(assessmentAggregate).when(open(2025, id), { id }).then(refusal('assesses-itself'));
  given(assessmentAggregate)
    .when(open(2025, 'housing'), { id, office: 'housing' })
    .then(refusal('not-the-holder'));
  given(assessmentAggregate)
    .when(open(2025, 'housing'), { id, offices: officeTree({ city: {} }) })
    .then(refusal('office-unknown'));
});

it('each office is assessed once, when the year is over', () => {
  const inState = given(assessmentAggregate, opened);
  inState.when(assess('housing'), inMarch).then([assessed('housing')]);
  inState
    .when(assess('housing'), { id, occurredAt: '2025-12-31T15:59:59.999Z' })
    .then(refusal('year-not-over'));
  inState.when(assess('works'), inMarch).then(refusal('no-assessment-owed'));
  given(assessmentAggregate, opened, assessed('housing'))
    .when(assess('housing'), inMarch)
    .then(refusal('no-assessment-owed'));
  given(assessmentAggregate).when(assess('housing'), inMarch).then(refusal('does-not-exist'));
});

it('what the level above misses, the one above it is told of', () => {
  const [owed] = dutiesOf(opened);
  const missed = { type: 'RecordBreach', data: { dutyId: owed!.id } } as const;
  const after = { id, occurredAt: '2026-04-01T00:00:00.000Z' };
  const breached = (overseer: string) => {
    const { id: dutyId, rule, dueAt } = owed!;
    return event('DutyBreached', { dutyId, rule, office: id, overseer, dueAt });
  };
  const above = officeTree({ city: { superior: 'province' }, province: {} });
  given(assessmentAggregate, opened)
    .when(missed, { ...after, offices: above })
    .then([breached('province')]);
  given(assessmentAggregate, opened)
    .when(missed, { ...after, offices: officeTree({ city: {} }) })
    .then([breached('city')]);
});

it('each assessment is owed within 90 days of the year, and the next year within 30: it goes on every year', () => {
  const owed = (...events: Happened<AssessmentEvent>[]) =>
    dutiesOf(...events).map(
      ({ rule, instance, dueAt, status }) => `${rule} ${instance ?? ''} ${dueAt.slice(0, 10)} ${status}`,
    );
  expect(owed(opened)).toEqual([
    'assess-office 2025/housing 2026-03-31 open',
    'assess-office 2025/heating 2026-03-31 open',
    'open-assessment  2026-01-30 open',
  ]);
  const next = on('2026-01-15', openedFor(2026, 'housing'));
  expect(owed(opened, next, on('2026-03-02', assessed('housing'))).sort()).toEqual([
    'assess-office 2025/heating 2026-03-31 open',
    'assess-office 2025/housing 2026-03-31 met',
    'assess-office 2026/housing 2027-03-31 open',
    'open-assessment  2026-01-30 met',
    'open-assessment  2027-02-01 open',
  ]);
});
