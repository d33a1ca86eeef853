import { given, type Told } from '@huiyin/testing/view';
import { caseSteps } from '@huiyin/testing/histories';
import { caseTimeline } from './projection';
import { summaryOf } from './summary';
import type { TimelineRow } from './table';

const one = caseSteps('1');
const on = (stream: string, type: string, data: object): Told => ({ stream, type, data });
const timeline = (...events: readonly Told[]): [string, string][] =>
  given(...events)
    .rows<TimelineRow>(caseTimeline)
    .map(({ caseId, type }) => [caseId, type]);

test('what is ordered and reviewed about a case is on its timeline, though only the first event names it', () => {
  expect(
    timeline(
      one.registered(),
      on('supervision-7', 'SupervisionOrdered', { caseId: '1', office: 'housing' }),
      on('review-8', 'ReviewOpened', { caseId: '2', office: 'housing' }),
      on('supervision-7', 'SupervisionReplied', { by: 'housing', text: 'done' }),
      on('review-8', 'SideStated', { by: 'housing', text: 'few hands' }),
    ),
  ).toEqual([
    ['1', 'CaseRegistered'],
    ['1', 'SupervisionOrdered'],
    ['2', 'ReviewOpened'],
    ['1', 'SupervisionReplied'],
    ['2', 'SideStated'],
  ]);
});

test('what is about no case is on no timeline', () => {
  expect(timeline(on('office-1', 'OfficeSucceeded', { successor: '2', from: '2026-01-01' }))).toEqual([]);
});

describe('the summary', () => {
  test('says of a sealed value only that there is one', () => {
    const sealed = { $sealed: 'v1', subject: 's', field: '/a', nonce: 'n', text: 'CIPHER' };
    expect(summaryOf({ title: 't', petitioner: { name: sealed }, list: [sealed] })).toEqual({
      title: 't',
      petitioner: { name: { sealed: true } },
      list: [{ sealed: true }],
    });
  });

  test('is short: long texts and lists are cut, evidence is left out', () => {
    const summary = summaryOf({
      text: 'x'.repeat(5_000),
      items: Array(99).fill(1),
      evidence: { timeline: [] },
    });
    expect(JSON.stringify(summary).length).toBeLessThan(500);
    expect(summary).not.toHaveProperty('evidence');
  });
});
