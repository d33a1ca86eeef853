import { given, type Told } from '@huiyin/testing/view';
import { caseSteps } from '@huiyin/testing/histories';
import { serviceRequests } from './projection';
import type { ServiceRequestRow } from './table';

const one = caseSteps('1');
const request = { address: '某街12号', attributes: [{ code: 'where', values: ['carriageway'] }] };
const filed = one.registered({ channel: 'open311', service: 'pothole', serviceRequest: request });
const rowsOf = (...events: readonly Told[]): ServiceRequestRow[] =>
  given(...events).rows<ServiceRequestRow>(serviceRequests);
const rowOf = (...events: readonly Told[]): ServiceRequestRow => rowsOf(filed, ...events)[0]!;
const step = (type: string, data: object): Told => ({ stream: 'case-1', type, data });
const said = (text: string): Told => step('MessageAdded', { text });

test('a request filed in public is there, with its words and its place', () => {
  expect(rowOf()).toMatchObject({
    id: '1',
    status: 'open',
    service: 'pothole',
    description: '要求恢复供暖',
    address: '某街12号',
    addressId: null,
    office: 'petitions',
    attributes: request.attributes,
    updates: [],
  });
});

test('one that says no more than its service has no description', () => {
  const same = { title: '路面坑洼', claims: [{ id: 'c1', kind: 'claim', summary: '路面坑洼' }] };
  expect(rowsOf(one.registered({ channel: 'open311', ...same }))[0]).toMatchObject({ description: null });
});

test('one that another system filed has the place as its address, and its category as its service', () => {
  expect(rowsOf(one.registered({ channel: 'open311' }))[0]).toMatchObject({
    address: '西城区德胜街道',
    service: 'housing',
  });
});

test.each<[string, readonly Told[]]>([
  ['of any other channel', [one.registered({ channel: 'visit' })]],
  [
    'with an accusation',
    [one.registered({ channel: 'open311', claims: [{ id: 'c1', kind: 'accusation', summary: 'x' }] })],
  ],
])('a case %s is not there', (_, events) => expect(rowsOf(...events, one.sent())).toEqual([]));

test.each<[string, Told]>([
  ['struck', step('RegistrationStruck', { by: 'petitions', reasons: 'x' })],
  ['an accusation of an office', step('OfficeAccused', { by: 'petitions', office: 'roads', claim: 'c1' })],
  ['sorted as an accusation', one.sorted({ routes: [{ claim: 'c1', route: 'accusation' }] })],
])('nothing is left of one that turns out to be %s, whatever comes after', (_, event) => {
  const row = rowOf(one.sent(), event, said('x'), one.closed());
  expect(row).toMatchObject({ listed: false, description: null, address: null, attributes: [], updates: [] });
});

test('each step that the public is told of is an update; steps inside the administration are none', () => {
  const way = [
    one.sorted(),
    one.sent(),
    one.acknowledged(),
    one.accepted(),
    one.reminded(),
    one.answered(),
    one.closed(),
  ];
  const row = rowOf(...way);
  expect(row).toMatchObject({ status: 'closed', office: 'housing-bureau' });
  expect(row.updates.map(({ type, by, text, status }) => [type, by, text, status])).toEqual([
    ['CaseSent', 'petitions', undefined, 'open'],
    ['CaseAccepted', 'housing-bureau', undefined, 'open'],
    ['CaseAnswered', 'housing-bureau', 'restored', 'open'],
    ['CaseClosed', 'housing-bureau', undefined, 'closed'],
  ]);
});

test('a closed one was last modified when it was closed; opened again it is open', () => {
  const way = [one.sorted(), one.sent(), one.acknowledged(), one.accepted(), one.answered()];
  const closed = one.closed({}, '2026-04-01T00:00:00.000Z');
  const later = rowOf(...way, closed, { ...said('still there'), occurredAt: '2026-04-02T00:00:00.000Z' });
  expect(later).toMatchObject({
    status: 'closed',
    updatedAt: '2026-04-01T00:00:00.000Z',
    toldAt: '2026-04-02T00:00:00.000Z',
  });
  expect(later.updates.at(-1)).toMatchObject({ by: null, text: 'still there', status: 'closed' });
  expect(rowOf(...way, closed, one.reopened())).toMatchObject({ status: 'open', office: 'petitions' });
});

test('one that is merged into another about the same matter is closed with its outcome', () => {
  const merged = step('CaseMerged', { by: 'petitions', lead: '2', reasons: 'x' });
  const told = step('LeadOutcomeTold', { by: 'petitions', lead: '2', text: 'filled', how: 'message' });
  expect(rowOf(merged).status).toBe('open');
  const row = rowOf(merged, told);
  expect(row.status).toBe('closed');
  expect(row.updates.map(({ type, text }) => [type, text])).toEqual([
    ['CaseMerged', undefined],
    ['LeadOutcomeTold', 'filled'],
  ]);
});

test('on an upheld objection it is back with its receiver', () => {
  expect(rowOf(one.sorted(), one.sent(), one.objected(), one.upheld())).toMatchObject({
    office: 'petitions',
  });
});

test('nothing sealed reaches the row', () => {
  const sealed = { $sealed: 'v1', subject: 's', field: '/x', nonce: 'n', text: 'CIPHER' };
  const rows = rowsOf(
    one.registered({
      channel: 'open311',
      serviceRequest: { ...request, accountId: sealed, deviceId: sealed },
    }),
    { stream: 'case-1', type: 'MessageAdded', data: { text: 'x', sender: { subject: 's', name: sealed } } },
  );
  expect(JSON.stringify(rows)).not.toContain('CIPHER');
});
