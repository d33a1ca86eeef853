import { aggregates } from '@huiyin/domain';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BadHeader, bindColumns } from './bind-columns';
import { BOSTON_HEADER, type BostonRow } from './boston.fixture';
import { createRowMapper } from './map-row';
import { parseMapping } from './mapping';
import { officesOf } from './offices';
import { planCase } from './plan-case';
import { slug } from './text';

const NOW_ms = Date.parse('2024-06-01T00:00:00Z');
const mapping = parseMapping(
  readFileSync(path.join(__dirname, '../../apps/cli/mappings/boston-311.json'), 'utf8'),
);
const header = BOSTON_HEADER.split(',');

const closed: BostonRow = {
  case_enquiry_id: '101',
  open_dt: '2023-01-01 00:21:00',
  target_dt: '2023-01-04 08:30:00',
  closed_dt: '2023-01-02 10:00:00.43',
  case_status: 'Closed',
  closure_reason: 'Case Closed. Closed date : 2023-01-02 Case Resolved\r\n all  set ',
  case_title: 'Pothole',
  reason: 'Highway Maintenance',
  type: 'Request for Pothole Repair',
  queue: 'PWDx_District 1C: Downtown',
  department: 'PWDx',
  location: '1 Example St  Boston  MA  02118',
  latitude: '42.35',
  longitude: '-71.06',
  source: 'Constituent Call',
};

const map = (row: BostonRow, columns = header) =>
  createRowMapper(mapping, bindColumns(mapping, columns), NOW_ms).row(
    7,
    columns.map((name) => row[name] ?? ''),
  );
const plan = (row: BostonRow, columns = header) => {
  const mapped = map(row, columns);
  if (!mapped.ok) throw new Error(`${mapped.reject.column} ${mapped.reject.reason}`);
  return planCase(mapping, mapped.row);
};
const reason = (change: BostonRow) => {
  const mapped = map({ ...closed, ...change });
  return mapped.ok ? 'taken' : `${mapped.reject.column} ${mapped.reject.reason}`;
};

describe('a row of the export', () => {
  it('closed is a whole chain of commands, each at the time that the row knows', () => {
    const { steps } = plan(closed);
    expect(steps.map(({ type, occurredAt }) => `${type} ${occurredAt}`)).toEqual([
      'RegisterCase 2023-01-01T05:21:00.000Z',
      'SortCase 2023-01-01T05:21:00.000Z',
      'SendCase 2023-01-01T05:21:00.000Z',
      'AcknowledgeCase 2023-01-02T15:00:00.430Z',
      'AcceptCase 2023-01-02T15:00:00.430Z',
      'AnswerCase 2023-01-02T15:00:00.430Z',
      'CloseCase 2023-01-02T15:00:00.430Z',
    ]);
    expect(steps[0]!.data).toEqual({
      pack: 'open311',
      channel: 'phone',
      category: 'highway-maintenance',
      title: 'Pothole',
      place: '1 Example St Boston MA 02118',
      longitude: -71.06,
      latitude: 42.35,
      claims: [{ kind: 'claim', summary: 'Request for Pothole Repair' }],
      kind: 'anonymous',
      persons: 1,
      representatives: 0,
      receiver: 'boston-311',
      receivedAt: '2023-01-01T05:21:00.000Z',
      service: 'request-for-pothole-repair',
      externalId: '101',
      externalDueAt: '2023-01-04T13:30:00.000Z',
    });
    expect(steps[5]!.data).toMatchObject({
      outcomes: [{ claim: 'c1', outcome: 'supported', text: expect.stringMatching(/Resolved all set$/) }],
    });
  });

  it('open is registered, sorted and sent', () => {
    const { steps, offices } = plan({ ...closed, case_status: 'open', closed_dt: '' });
    expect(steps.map(({ type }) => type)).toEqual(['RegisterCase', 'SortCase', 'SendCase']);
    expect(steps[2]!.data).toEqual({ to: 'boston-pwdx-district-1c-downtown' });
    expect(offices.map(({ id, superior }) => [id, superior])).toEqual([
      ['boston-pwdx', 'boston-311'],
      ['boston-pwdx-district-1c-downtown', 'boston-pwdx'],
    ]);
  });

  it('that closes later gets the same ids for the steps that it had', () => {
    const before = plan({ ...closed, case_status: 'Open', closed_dt: '' });
    const after = plan(closed);
    expect(after.caseId).toBe(before.caseId);
    expect(after.steps.slice(0, 3)).toEqual(before.steps);
    expect(new Set(after.steps.map(({ commandId }) => commandId)).size).toBe(7);
  });

  it('may come with columns in any order, in any case, with extra ones and without optional ones', () => {
    const few = ['extra', 'CASE_STATUS', 'closed_dt', ' open_dt ', 'case_enquiry_id'];
    const { steps } = plan(
      { CASE_STATUS: 'Closed', closed_dt: '2023-01-02', ' open_dt ': '2023-01-01', case_enquiry_id: '9' },
      few,
    );
    expect(steps[0]!.data).toMatchObject({
      title: 'Service request',
      place: 'Boston, MA',
      category: 'other',
    });
    expect(steps[2]!.data).toEqual({ to: 'boston-unassigned' });
  });

  it.each<[string, BostonRow]>([
    ['taken', {}],
    ['case_enquiry_id missing-value', { case_enquiry_id: ' ' }],
    ['case_enquiry_id too-long', { case_enquiry_id: '1'.repeat(201) }],
    ['open_dt missing-value', { open_dt: 'NULL' }],
    ['open_dt bad-date', { open_dt: '2023-02-30' }],
    ['open_dt in-the-future', { open_dt: '2024-06-02' }],
    ['closed_dt in-the-future', { closed_dt: '2024-06-02' }],
    ['closed_dt missing-value', { closed_dt: '' }],
    ['closed_dt closed-before-opened', { closed_dt: '2022-12-31' }],
    ['target_dt bad-date', { target_dt: 'soon' }],
    ['case_status unknown-value', { case_status: 'Lost' }],
    ['latitude bad-number', { latitude: '142' }],
    ['longitude bad-number', { longitude: 'west' }],
  ])('%s', (expected, change) => {
    expect(reason(change)).toBe(expected);
  });

  it('of any text is either taken, and then in a form that the commands take, or refused with a column', () => {
    const field = fc.constantFrom(...header);
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ minLength: 201, maxLength: 300 }),
    );
    fc.assert(
      fc.property(fc.dictionary(field, text, { maxKeys: 6 }), (change) => {
        const mapped = map({ ...closed, ...change });
        if (!mapped.ok) return void expect(header).toContain(mapped.reject.column);
        for (const { type, data } of planCase(mapping, mapped.row).steps) {
          expect(aggregates.cases.commands[type]!.safeParse(data).error).toBeUndefined();
        }
      }),
      { numRuns: 500 },
    );
  });

  it('with texts that are too long has them cut to what the commands take', () => {
    const { steps } = plan({ ...closed, case_title: '🕳'.repeat(150), closure_reason: 'x'.repeat(30_000) });
    expect((steps[0]!.data as { title: string }).title).toBe(`${'🕳'.repeat(99)}…`);
    for (const { type, data } of steps) {
      expect(aggregates.cases.commands[type]!.safeParse(data).success).toBe(true);
    }
  });
});

describe('the header', () => {
  it.each([
    [['open_dt', 'case_status', 'closed_dt'], 'there is no column case_enquiry_id (for externalId)'],
    [['case_enquiry_id', 'open_dt', 'case_status'], 'there is no column closed_dt (for closedAt)'],
    [[...header, 'open_dt'], 'column open_dt is there twice'],
  ])('%j is refused', (columns, message) => {
    expect(() => bindColumns(mapping, columns)).toThrow(new BadHeader(message));
  });
});

describe('names as ids', () => {
  it.each([
    ['PWDx_District 1C: Downtown', 'pwdx-district-1c-downtown'],
    ['Café  "Müller"', 'cafe-muller'],
    ['信访局（一）', '信访局-一'],
    ['–', ''],
  ])('%s', (text, expected) => {
    expect(slug(text)).toBe(expected);
  });

  it('a unit that is called like its department is the department', () => {
    const ids = officesOf(mapping, { department: 'PWDx', unit: 'pwdx ' }).map(({ id }) => id);
    expect(ids).toEqual(['boston-pwdx']);
  });
});
