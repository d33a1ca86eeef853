/** A record that is being read: what is complete, and the quoted field that a line break left open. */
export interface OpenRecord {
  fields: string[];
  quoted: string | undefined;
}

export type Split = 'complete' | 'open' | 'stray-quote';

const QUOTE = '"';

/**
 * Reads on with one physical line (without its end). Quotes as in RFC 4180; a quote inside an unquoted field is taken
 * as it stands (`5" pipe`), because exports hold them.
 */
export function splitLine(line: string, delimiter: string, record: OpenRecord): Split {
  let at = 0;
  if (record.quoted !== undefined) record.quoted += '\n';
  for (;;) {
    if (record.quoted === undefined && line[at] !== QUOTE) {
      const end = line.indexOf(delimiter, at);
      record.fields.push(end < 0 ? line.slice(at) : line.slice(at, end));
      if (end < 0) return 'complete';
      at = end + delimiter.length;
      continue;
    }
    at = readQuoted(line, record.quoted === undefined ? at + 1 : at, record);
    if (at < 0) return 'open';
    record.fields.push(record.quoted!);
    record.quoted = undefined;
    if (at === line.length) return 'complete';
    if (!line.startsWith(delimiter, at)) return 'stray-quote';
    at += delimiter.length;
  }
}

/** Up to behind the closing quote; negative where the line ends first. */
function readQuoted(line: string, from: number, record: OpenRecord): number {
  let text = record.quoted ?? '';
  for (let at = from; ;) {
    const quote = line.indexOf(QUOTE, at);
    text += quote < 0 ? line.slice(at) : line.slice(at, quote);
    record.quoted = text;
    if (quote < 0) return -1;
    if (line[quote + 1] !== QUOTE) return quote + 1;
    text += QUOTE;
    at = quote + 2;
  }
}
