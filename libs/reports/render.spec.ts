import { parse } from 'csv-parse/sync';
import { problemsOf, reportCsv, reportHtml, UnknownSection } from '.';
import { aReport } from './report.fixture';

const zh = { language: 'zh-CN', bom: false } as const;
const records = (csv: string): string[][] => parse(csv, { bom: true, relaxColumnCount: false });

test('the document of these specs holds together', () => expect(problemsOf(aReport(3))).toEqual([]));

describe('the table of a section as CSV', () => {
  const wide = (language: 'zh-CN' | 'en') =>
    records(reportCsv(aReport(), { language, bom: false, section: 'wide' }));
  test('numbers are numbers, rates the part of one, instants by the local clock, what does not apply is empty', () =>
    expect(wide('zh-CN')[1]).toEqual([
      ...['住房局', '12345', '0.8333333333333334', '', '96', '1.5', '少于10', '逾期', '2026-03-02'],
      ...['2026-03-02 09:30', ''],
    ]));
  test('in the other language too', () => {
    expect(wide('en')[0]!.slice(0, 2)).toEqual(['Column 0', 'Column 1']);
    expect(wide('en')[1]!.slice(6, 8)).toEqual(['fewer than 10', 'late']);
  });
  test('the sum is its last row', () =>
    expect(records(reportCsv(aReport(3), { ...zh, section: 'long' })).at(-1)).toEqual(['合计', '3']));
  test('a section that is not there is none', () =>
    expect(() => reportCsv(aReport(), { ...zh, section: 'gone' })).toThrow(UnknownSection));
});

describe('all sections as CSV', () => {
  test('are one record a figure, each with the position, its parts and its definition', () => {
    const [head, ...rows] = records(reportCsv(aReport(), zh));
    expect(head).toEqual(['报表', '日志位置', '部分', '行', '名称', '栏', '值', '分子', '分母', '指标说明']);
    expect(rows).toContainEqual([
      ...['monthly-circular-2026-03', '4711', '宽表', '1', '住房局', '第2栏'],
      ...['0.8333333333333334', '5', '6', '第2栏的含义'],
    ]);
    expect(rows).toHaveLength(11 + 2 + 2);
  });
  test('every record ends as RFC 4180 says, and a byte order mark is there when it is asked for', () => {
    const csv = reportCsv(aReport(), { ...zh, bom: true });
    expect(csv.startsWith('\uFEFF报表,')).toBe(true);
    expect(csv.split('\r\n')).toHaveLength(1 + 15 + 1);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1+1', '＠x', '\r=1'])(
    '%j is no formula',
    (name) => {
      const csv = reportCsv(aReport(1, name), { ...zh, section: 'long' });
      expect(records(csv)[1]![0]).toBe(`'${name}1`);
    },
  );
  test('commas, quotes and line ends stay in their field', () => {
    const name = 'a,"b"\r\nc';
    expect(records(reportCsv(aReport(1, name), { ...zh, section: 'long' }))[1]![0]).toBe(`${name}1`);
  });
});

describe('as HTML', () => {
  test('every kind of cell is worded in both languages', () => {
    for (const shown of [
      '12,345',
      '83.3% (5/6)',
      '分母为零',
      '4.0天',
      '1.50',
      '少于10',
      '逾期',
      '2026-03-02 09:30',
      '—',
    ])
      expect(reportHtml(aReport(), 'zh-CN')).toContain(`>${shown}</td>`);
    for (const shown of ['of none', '4.0 days', 'fewer than 10', 'late'])
      expect(reportHtml(aReport(), 'en').toLowerCase()).toContain(`>${shown}</td>`);
  });
  test('each column is defined, and the position, the rules and the calendar are told', () => {
    const html = reportHtml(aReport(), 'en');
    for (const said of ['what Closed means', 'Log position</dt><dd>4711', 'xinfang-2022@2', 'china@3'])
      expect(html).toContain(said);
  });
  test('a figure leads to its cases, on this server and nowhere else', () => {
    expect(reportHtml(aReport(), 'en')).toContain(
      '<a href="/api/v1/cases?office=housing&amp;limit=1">住房局</a>',
    );
    const lured = JSON.stringify(aReport()).replace(/\/api\/v1\/cases/g, '//elsewhere.invalid');
    expect(reportHtml(JSON.parse(lured), 'en')).not.toContain('<a ');
    const script = JSON.stringify(aReport()).replace(/\/api\/v1\/cases/g, 'javascript:alert');
    expect(reportHtml(JSON.parse(script), 'en')).not.toContain('<a ');
  });
  test('what is written is text, in the page and in its style sheet', () => {
    const evil = `</style></title><script>x("'")</script>`;
    const document = { ...aReport(1, evil), title: { zh: evil, en: evil }, id: evil };
    const html = reportHtml(document, 'en');
    expect(html).not.toContain('<script');
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).toContain('&lt;script&gt;x(&quot;&#39;&quot;)');
  });
  test('a table without rows says so', () => expect(reportHtml(aReport(), 'zh-CN')).toContain('本期没有。'));
});
