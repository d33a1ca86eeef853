import { splitLine, type OpenRecord, type Split } from './split-line';

export type CsvFault = 'unterminated-quote' | 'stray-quote' | 'wrong-number-of-columns' | 'line-too-long';

/** `line` is the physical line that the record begins on, from 1. */
export type CsvItem =
  | { kind: 'header'; line: number; fields: readonly string[] }
  | { kind: 'row'; line: number; fields: readonly string[] }
  | { kind: 'fault'; line: number; fault: CsvFault; message: string };

export interface CsvReader {
  /** Items that are complete with this piece of text, in the order of the file. */
  push(chunk: string): CsvItem[];
  /** What is left at the end of the file. */
  end(): CsvItem[];
}

/** A quoted field with more line breaks than this is taken for a quote that was never closed. */
export const RECORD_LINES_MAX = 200;
export const LINE_CHARS_MAX = 1_000_000;

const BOM = '\uFEFF';

interface OpenLines {
  line: number;
  texts: string[];
  record: OpenRecord;
}

const fault = (line: number, name: CsvFault, message: string): CsvItem => ({
  kind: 'fault',
  line,
  fault: name,
  message,
});

/** Puts physical lines together to records. */
function createRecords(delimiter: string) {
  let columns = 0;
  let open: OpenLines | undefined;

  function take(line: number, text: string, items: CsvItem[]): void {
    if (!open && text === '') return;
    open ??= { line, texts: [], record: { fields: [], quoted: undefined } };
    const current = open;
    current.texts.push(text);
    const split = splitLine(text, delimiter, current.record);
    if (split === 'open' && current.texts.length < RECORD_LINES_MAX) return;
    open = undefined;
    if (split === 'complete') complete(current, items);
    else giveUp(current, split, items);
  }

  function complete(current: OpenLines, items: CsvItem[]): void {
    const { line, texts, record } = current;
    const { fields } = record;
    if (columns === 0) {
      columns = fields.length;
      items.push({ kind: 'header', line, fields });
    } else if (fields.length === columns) items.push({ kind: 'row', line, fields });
    else if (texts.slice(1).some(isWholeRow)) giveUp(current, 'open', items);
    else {
      const message = `${fields.length} columns where the header has ${columns}`;
      items.push(fault(line, 'wrong-number-of-columns', message));
    }
  }

  function isWholeRow(text: string): boolean {
    const record: OpenRecord = { fields: [], quoted: undefined };
    return splitLine(text, delimiter, record) === 'complete' && record.fields.length === columns;
  }

  /** The first line is lost; those after it may be rows of their own. */
  function giveUp({ line, texts }: OpenLines, split: Split, items: CsvItem[]): void {
    items.push(
      split === 'open' || texts.length > 1
        ? fault(line, 'unterminated-quote', 'a quoted field begins on this line and is not closed')
        : fault(line, 'stray-quote', 'text follows a closing quote'),
    );
    texts.slice(1).forEach((text, index) => take(line + 1 + index, text, items));
  }

  function end(items: CsvItem[]): void {
    while (open) {
      const left = open;
      open = undefined;
      giveUp(left, 'open', items);
    }
  }

  return { take, end };
}

/**
 * Reads CSV of any size piece by piece, and finds its way back after a damaged record: only the line with the fault is
 * given up, what follows it is read again by itself. (A reader that only skips the damaged record would swallow
 * everything up to the next quote.)
 */
export function createCsvReader(delimiter = ','): CsvReader {
  const records = createRecords(delimiter);
  let [tail, atLine, started, skipping] = ['', 0, false, false];

  function takeLine(raw: string, items: CsvItem[]): void {
    atLine += 1;
    if (skipping) skipping = false;
    else records.take(atLine, raw.endsWith('\r') ? raw.slice(0, -1) : raw, items);
  }

  function dropLongTail(items: CsvItem[]): void {
    if (tail.length <= LINE_CHARS_MAX) return;
    const message = `more than ${LINE_CHARS_MAX} characters in one line`;
    if (!skipping) items.push(fault(atLine + 1, 'line-too-long', message));
    [tail, skipping] = ['', true];
  }

  return {
    push(chunk) {
      const items: CsvItem[] = [];
      const text = tail + (started || !chunk.startsWith(BOM) ? chunk : chunk.slice(1));
      started ||= chunk !== '';
      let from = 0;
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
        takeLine(text.slice(from, end), items);
        from = end + 1;
      }
      tail = text.slice(from);
      dropLongTail(items);
      return items;
    },
    end() {
      const items: CsvItem[] = [];
      if (tail !== '') takeLine(tail, items);
      records.end(items);
      return items;
    },
  };
}
