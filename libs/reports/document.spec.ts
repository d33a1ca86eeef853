import { canonicalBytes, canonicalJson, problemsOf, type ReportDocument } from '.';

const text = { zh: '受理', en: 'Accepted' };
const document: ReportDocument = {
  format: 1,
  id: 'daily-list-2026-03-02',
  kind: 'daily-list',
  title: text,
  period: { from: '2026-03-02', to: '2026-03-02', timeZone: 'Asia/Shanghai' },
  scope: { of: 'city' },
  computedAt: { position: 12, instant: '2026-03-03T00:00:00.000Z' },
  policies: ['xinfang-2022@2'],
  calendars: [],
  notes: [],
  sections: [
    {
      id: 'new',
      heading: text,
      paragraphs: [],
      columns: [{ id: 'n', heading: text, definition: text }],
      rows: [[{ kind: 'count', value: 3 }]],
    },
  ],
};

describe('the canonical bytes', () => {
  test('do not depend on the order in which fields were set, nor on fields that are absent', () => {
    const turned = Object.fromEntries(Object.entries(document).reverse());
    expect(canonicalBytes({ ...turned, gone: undefined })).toEqual(canonicalBytes(document));
  });
  test('are UTF-8 without white space, keys by code unit, and read back as the same', () => {
    expect(canonicalJson({ b: [1, '受', null], a: { d: true, c: 0.5 } })).toBe(
      '{"a":{"c":0.5,"d":true},"b":[1,"受",null]}',
    );
    expect(JSON.parse(canonicalBytes(document).toString('utf8'))).toEqual(document);
  });
  test('differ as soon as one figure does', () => {
    const other = structuredClone(document) as { computedAt: { position: number } };
    other.computedAt.position += 1;
    expect(canonicalBytes(other)).not.toEqual(canonicalBytes(document));
  });
  test.each([NaN, Infinity])('hold no %s', (value) =>
    expect(() => canonicalJson({ value })).toThrow(RangeError),
  );
});

test('a document that holds together has no problems', () => expect(problemsOf(document)).toEqual([]));

type Json = Record<string, unknown>;

/** A copy with another value at `sections/0/id`. */
function withValue(path: string, value: unknown): ReportDocument {
  const copy = structuredClone(document);
  const names = path.split('/');
  const last = names.pop()!;
  const holder = names.reduce<Json>((within, name) => within[name] as Json, copy as unknown as Json);
  holder[last] = value;
  return copy;
}

const WITHIN = 'sections/0';
test.each([
  ['a row too short', `${WITHIN}/rows/1`, [], 'new: row 1 has 0 cells'],
  ['a total too long', `${WITHIN}/total`, [{}, {}], 'new: row 1 has 2 cells'],
  ['a section twice', 'sections/1', document.sections[0], 'sections: new twice'],
  ['a number without definition', `${WITHIN}/columns/0/definition/en`, '', 'new: column n is not defined'],
  ['half a case', `${WITHIN}/rows/0/0/value`, 0.5, 'new: row 0: 0.5 is no count'],
  [
    'a rate of less than none',
    `${WITHIN}/rows/0/0`,
    { kind: 'rate', numerator: -1, denominator: 2 },
    'new: row 0: -1/2 is no rate',
  ],
  ['a period backwards', 'period/to', '2026-03-01', 'period: 2026-03-01 is before 2026-03-02'],
  ['a kind that nobody knows', 'kind', 'poem', 'kind: poem'],
])('%s is found', (_, path, value, problem) => expect(problemsOf(withValue(path, value))).toContain(problem));
