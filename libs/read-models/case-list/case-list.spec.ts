import { given, type Told } from '@huiyin/testing/view';
import { caseSteps } from '@huiyin/testing/histories';
import { caseList } from './projection';
import { gramsOf, gramsSought, wordsOf } from './grams';
import type { CaseRow } from './table';

const one = caseSteps('1');
const rowOf = (...events: readonly Told[]): CaseRow => given(...events).rows<CaseRow>(caseList)[0]!;

test('a registered case is held by the department that received it', () => {
  const row = rowOf(one.registered({ longitude: 116.4, latitude: 39.9 }));
  expect(row).toMatchObject({
    id: '1',
    status: 'registered',
    office: 'petitions',
    longitude: 116.4,
    latitude: 39.9,
    revision: 0,
  });
});

test('it is held by the office that it was sent to, until an objection is upheld', () => {
  const sent = [one.registered(), one.sorted(), one.sent()];
  expect(rowOf(...sent)).toMatchObject({ status: 'sent', office: 'housing-bureau', routes: ['residual'] });
  expect(rowOf(...sent, one.objected(), one.upheld())).toMatchObject({
    status: 'sorted',
    office: 'petitions',
    returns: 1,
  });
});

test.each([
  ['sent', []],
  ['acknowledged', [one.acknowledged()]],
])('a rejected objection leaves it %s, as it was before', (status, before) => {
  const events = [one.registered(), one.sorted(), one.sent(), ...before, one.objected(), one.rejected()];
  expect(rowOf(...events).status).toBe(status);
});

test('closing and reopening', () => {
  const closed = [
    one.registered(),
    one.sorted(),
    one.sent(),
    one.acknowledged(),
    one.accepted(),
    one.answered(),
    one.closed({}, '2026-04-01T00:00:00.000Z'),
  ];
  expect(rowOf(...closed)).toMatchObject({ status: 'closed', closedAt: '2026-04-01T00:00:00.000Z' });
  expect(rowOf(...closed, one.reopened())).toMatchObject({ status: 'sorted', closedAt: null, reopened: 1 });
});

test('whoever received it answers for it until another office has accepted it', () => {
  const sent = [one.registered(), one.sorted(), one.sent(), one.acknowledged()];
  expect(rowOf(...sent)).toMatchObject({ office: 'housing-bureau', owner: 'petitions' });
  expect(rowOf(...sent, one.accepted())).toMatchObject({ owner: 'housing-bureau' });
  expect(rowOf(...sent, one.objected(), one.upheld())).toMatchObject({ owner: 'petitions' });
});

const told = (type: string, data: object): Told => ({ stream: 'case-1', type, data });

test('what is merged names its lead, and ends when its outcome is told', () => {
  const merged = [one.registered(), told('CaseMerged', { by: 'petitions', lead: '2', reasons: '' })];
  expect(rowOf(...merged)).toMatchObject({ status: 'merged', lead: '2' });
  const split = told('CaseSplit', { by: 'petitions', lead: '2', reasons: '' });
  expect(rowOf(...merged, split)).toMatchObject({ status: 'registered', lead: null });
  const outcome = told('LeadOutcomeTold', { by: 'petitions', lead: '2', text: '', how: 'phone' });
  expect(rowOf(...merged, outcome)).toMatchObject({ status: 'closed-with-lead' });
});

test('a correction is what is shown and searched from then on', () => {
  const correct = (field: string, after: unknown, type = 'CaseRegistered'): Told =>
    told('RecordCorrected', {
      by: 'petitions',
      entry: 0,
      entryOn: '2026-03-02',
      type,
      field,
      after,
      reasons: '',
    });
  const row = rowOf(one.registered(), correct('title', '路灯不亮'), correct('channel', 'phone'));
  expect(row).toMatchObject({ title: '路灯不亮', channel: 'phone' });
  expect(row.grams).toEqual(expect.arrayContaining(gramsSought(wordsOf('路灯'))));
  const sealed = { $sealed: 'v1', subject: 's', field: '/after', nonce: 'n', text: 'CIPHER' };
  expect(JSON.stringify(rowOf(one.registered(), correct('statement', sealed)))).not.toContain('CIPHER');
  const before = rowOf(one.registered());
  expect(rowOf(one.registered(), correct('text', 'x', 'CaseAnswered')).title).toBe(before.title);
});

const ACCEPTED_AT = '2026-03-05T02:00:00.000Z';
const handled = [
  one.registered(),
  one.sorted(),
  one.sent(),
  one.acknowledged(),
  one.accepted({}, ACCEPTED_AT),
  one.answered(),
];
const rated = told('CaseRated', {
  receiver: 'petitions',
  office: 'housing-bureau',
  petitionDepartment: 'satisfied',
  handlingOffice: 'dissatisfied',
});
const ACCEPTED = { acceptedAt: ACCEPTED_AT, acceptedBy: 'housing-bureau' };
const UNACCEPTED = { acceptedAt: null, acceptedBy: null };
const RATED = { petitionDepartmentRating: 'satisfied', handlingOfficeRating: 'dissatisfied' };
const UNRATED = { petitionDepartmentRating: null, handlingOfficeRating: null };

test('when, and by which office, it was accepted, and how the petitioner rated both', () => {
  expect(rowOf(one.registered())).toMatchObject({ ...UNACCEPTED, ...UNRATED });
  expect(rowOf(...handled)).toMatchObject({ ...ACCEPTED, ...UNRATED });
  expect(rowOf(...handled, rated, one.closed())).toMatchObject({ ...ACCEPTED, ...RATED });
});

test('an answer that was set aside has lost its rating, and the office handles it again', () => {
  const aside = { by: 'city', office: 'housing-bureau', stage: 'review', outcome: 'redo' };
  expect(rowOf(...handled, rated, one.closed(), told('AnswerSetAside', aside))).toMatchObject({
    status: 'accepted',
    closedAt: null,
    ...ACCEPTED,
    ...UNRATED,
  });
});

test('what goes back to its receiver is accepted by nobody, and its receiver answers for it', () => {
  const back = { ...UNACCEPTED, ...UNRATED, status: 'sorted', office: 'petitions', owner: 'petitions' };
  expect(rowOf(...handled, rated, one.closed(), one.reopened())).toMatchObject(back);
  const takenBack = told('CaseTakenBack', { by: 'petitions', from: 'housing-bureau', why: 'accused' });
  expect(rowOf(...handled, rated, takenBack)).toMatchObject(back);
});

test('a successor answers for what its predecessor accepted; who accepted it stays on record', () => {
  const replaced = told('OfficeReplaced', {
    by: 'petitions',
    from: 'housing-bureau',
    to: 'construction',
    why: 'succession',
  });
  expect(rowOf(...handled, replaced)).toMatchObject({
    office: 'construction',
    owner: 'construction',
    acceptedBy: 'housing-bureau',
  });
});

test('recorded breaches are counted, reminders are not', () => {
  expect(rowOf(one.registered(), one.reminded(), one.breached(), one.breached()).breaches).toBe(2);
});

test('nothing sealed reaches the row', () => {
  const sealed = { $sealed: 'v1', subject: 's', field: '/statement', nonce: 'n', text: 'CIPHER' };
  const row = rowOf(one.registered({ statement: sealed, petitioner: { subject: 's', name: sealed } }));
  expect(JSON.stringify(row)).not.toContain('CIPHER');
});

describe('the words of a search', () => {
  test.each([
    ['供暖', '某小区供暖不足'],
    ['暖', '某小区供暖不足'],
    ['ＰＯＴ', 'a Pothole on Main St'],
    ['pothole main', 'a Pothole on Main St'],
    ['12号', '德胜街12号院'],
  ])('%s has no gram that %s lacks', (q, text) => {
    const grams = gramsSought(wordsOf(q));
    expect(grams.length).toBeGreaterThan(0);
    expect(gramsOf(text)).toEqual(expect.arrayContaining(grams));
  });

  test('a single Latin letter has none, and is found by the text alone', () => {
    expect(gramsSought(wordsOf('a'))).toEqual([]);
  });
});
