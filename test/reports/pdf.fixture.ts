import { inflateSync } from 'node:zlib';

/** What is printed, page by page, as the browser's own PDF says it; `upright` is higher than wide. */
export interface PdfPage {
  text: string;
  upright: boolean;
}

/** Reads a PDF as Chromium writes it: plain objects, deflated streams, glyphs that a table maps to text. */
export function readPdf(pdf: Buffer): readonly PdfPage[] {
  const objects = objectsOf(pdf.toString('latin1'));
  const get = (id: string): PdfObject => objects.get(id) ?? { head: '', stream: '' };
  const pages = [...objects.values()].filter(({ head }) => /\/Type\s*\/Page\b/.test(head));
  return pages.map(({ head }) => {
    const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(head)!;
    const fonts = new Map<string, ReadonlyMap<string, string>>();
    const resources = refOf(head, 'Resources');
    const within = resources ? get(resources).head : head;
    const named = /\/Font\s*<<(.*?)>>/s.exec(within)?.[1] ?? '';
    for (const [, name, id] of named.matchAll(/\/(\w+)\s+(\d+) 0 R/g)) {
      const table = refOf(get(id!).head, 'ToUnicode');
      fonts.set(name!, table ? glyphsOf(get(table).stream) : new Map());
    }
    const contents = get(refOf(head, 'Contents')!).stream;
    return { text: textOf(contents, fonts), upright: Number(height) > Number(width) };
  });
}

interface PdfObject {
  head: string;
  stream: string;
}

const OBJECT = /(?:^|\n)(\d+) 0 obj\n(.*?)(?:>> stream\n|\nendobj)/gs;

function objectsOf(file: string): ReadonlyMap<string, PdfObject> {
  const objects = new Map<string, PdfObject>();
  for (const found of file.matchAll(OBJECT)) {
    const [whole, id, head] = found as unknown as [string, string, string];
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const begins = found.index + whole.length;
    const bytes = whole.endsWith('stream\n') ? file.slice(begins, begins + length) : '';
    objects.set(id, { head, stream: head.includes('/FlateDecode') ? inflated(bytes) : bytes });
  }
  return objects;
}

const inflated = (bytes: string): string => inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1');

const refOf = (head: string, name: string): string | undefined =>
  new RegExp(`/${name}\\s+(\\d+) 0 R`).exec(head)?.[1];

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

function glyphsOf(table: string): ReadonlyMap<string, string> {
  const glyphs = new Map<string, string>();
  for (const [, lines] of table.matchAll(/beginbfchar\s(.*?)endbfchar/gs))
    for (const [, glyph, to] of lines!.matchAll(/<(\w+)>\s*<(\w+)>/g))
      glyphs.set(glyph!.toLowerCase(), utf16(to!));
  for (const [, lines] of table.matchAll(/beginbfrange\s(.*?)endbfrange/gs))
    for (const [, from, to, first] of lines!.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const start = Number.parseInt(from!, 16);
      for (let glyph = start; glyph <= Number.parseInt(to!, 16); glyph++) {
        const code = Number.parseInt(first!, 16) + glyph - start;
        glyphs.set(glyph.toString(16).padStart(from!.length, '0'), String.fromCodePoint(code));
      }
    }
  return glyphs;
}

/** A font says by its table how many digits a glyph has. */
const digitsOf = (font: ReadonlyMap<string, string>): number => [...font.keys()][0]?.length ?? 2;

function textOf(contents: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let font: ReadonlyMap<string, string> = new Map();
  let text = '';
  for (const [, name, hex = ''] of contents.matchAll(/\/(\w+) [\d.]+ Tf|<([0-9A-Fa-f]+)> Tj/g)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map();
    const digits = digitsOf(font);
    for (let at = 0; at < hex.length; at += digits)
      text += font.get(hex.slice(at, at + digits).toLowerCase()) ?? '\uFFFD';
  }
  return text;
}
