import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { createCsvReader, LINE_CHARS_MAX, RECORD_LINES_MAX, type CsvItem } from './csv-reader';

function read(text: string, pieces: readonly number[] = []): CsvItem[] {
  const reader = createCsvReader();
  const items: CsvItem[] = [];
  let from = 0;
  for (const length of pieces) {
    items.push(...reader.push(text.slice(from, from + length)));
    from += length;
  }
  return [...items, ...reader.push(text.slice(from)), ...reader.end()];
}

/** `line:what` for each item. */
const told = (items: readonly CsvItem[]): string[] =>
  items.map((item) => `${item.line}:${item.kind === 'fault' ? item.fault : item.fields.join('|')}`);

describe('reading CSV', () => {
  it.each([
    ['rows', 'a,b\n1,2\n3,4\n', ['1:a|b', '2:1|2', '3:3|4']],
    ['no line break at the end', 'a,b\n1,2', ['1:a|b', '2:1|2']],
    ['CRLF and a byte order mark', '\uFEFFa,b\r\n1,2\r\n', ['1:a|b', '2:1|2']],
    ['empty lines', 'a,b\n\n1,2\n\n', ['1:a|b', '3:1|2']],
    ['empty fields', 'a,b\n,\n', ['1:a|b', '2:|']],
    ['quotes in quotes', 'a,b\n"1 ""x""",2\n', ['1:a|b', '2:1 "x"|2']],
    ['a quote inside an unquoted field', 'a,b\n5" pipe,2\n', ['1:a|b', '2:5" pipe|2']],
    ['line breaks in quotes', 'a,b\r\n"1\r\n\r\nx",2\r\n3,4\r\n', ['1:a|b', '2:1\n\nx|2', '5:3|4']],
    [
      'too few and too many columns',
      'a,b\n1\n1,2,3\n1,2\n',
      ['1:a|b', '2:wrong-number-of-columns', '3:wrong-number-of-columns', '4:1|2'],
    ],
    [
      'too many columns over two lines',
      'a,b\n"1\nx",2,3\n1,2\n',
      ['1:a|b', '2:wrong-number-of-columns', '4:1|2'],
    ],
    ['text after a closing quote', 'a,b\n"1"x,2\n3,4\n', ['1:a|b', '2:stray-quote', '3:3|4']],
    ['a quote never closed', 'a,b\n"1,2\n3,4\n5,6\n', ['1:a|b', '2:unterminated-quote', '3:3|4', '4:5|6']],
    [
      'a quote never closed before a quoted field',
      'a,b\n"1,2\n3,4\n"5",6\n7,8\n',
      ['1:a|b', '2:unterminated-quote', '3:3|4', '4:5|6', '5:7|8'],
    ],
    [
      'a quote never closed, closed by chance',
      'a,b\n"1,2\n3,4\n5,x",6\n7,8\n',
      ['1:a|b', '2:1,2\n3,4\n5,x|6', '5:7|8'],
    ],
    [
      'two of them',
      'a,b\n"1,2\n"3,4\n5,6\n',
      ['1:a|b', '2:unterminated-quote', '3:unterminated-quote', '4:5|6'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(told(read(text))).toEqual(expected);
  });

  it('gives up a quoted field after so many lines, and loses no row behind it', () => {
    const rows = Array.from({ length: RECORD_LINES_MAX * 2 }, (_, index) => `${index},x`);
    const items = read(`a,b\n"1,2\n${rows.join('\n')}\n`);
    expect(told(items.slice(0, 2))).toEqual(['1:a|b', '2:unterminated-quote']);
    expect(items.slice(2).map((item) => item.kind === 'row' && item.fields[0])).toEqual(
      rows.map((_, index) => String(index)),
    );
  });

  it('does not keep a line without an end', () => {
    const reader = createCsvReader();
    reader.push('a,b\n');
    const items = Array.from({ length: 4 }, () => reader.push('x'.repeat(LINE_CHARS_MAX * 0.6))).flat();
    items.push(...reader.push('\n1,2\n'), ...reader.end());
    expect(told(items)).toEqual(['2:line-too-long', '3:1|2']);
  });

  it('reads what csv-parse reads, however the text is cut into pieces', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '信', ',', '"', '\n', ' ', "'"), maxLength: 8 });
    const file = fc
      .integer({ min: 2, max: 5 })
      .chain((columns) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 8 }),
      );
    const pieces = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 });
    fc.assert(
      fc.property(file, pieces, (rows, cuts) => {
        const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const text = rows.map((row) => row.map(quote).join(',')).join('\n');
        const oracle: string[][] = parse(text, { relax_column_count: true });
        const items = read(text, cuts);
        expect(items.map((item) => item.kind !== 'fault' && item.fields)).toEqual(oracle);
      }),
    );
  });

  it('never throws, and gives account of every line', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', '\u0000'), maxLength: 120 });
    fc.assert(
      fc.property(text, fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 10 }), (given, cuts) => {
        const items = read(given, cuts);
        expect(items).toEqual(read(given));
        const lines = items.map(({ line }) => line);
        expect(lines).toEqual([...lines].sort((a, b) => a - b));
        expect(new Set(lines).size).toBe(lines.length);
      }),
    );
  });
});
