/**
 * Bundles that no writer makes, each with what both verifiers end with: whatever one reads, the other must read alike.
 */
export interface Mangling {
  what: string;
  mangle: (lines: string[]) => string[];
  exit: number;
}

type Fields = Record<string, unknown>;

/** Changes the first line that has the member. */
const change =
  (member: string, edit: (line: string) => string) =>
  (lines: string[]): string[] => {
    const at = lines.findIndex((line) => line.startsWith(`{"${member}"`));
    return lines.with(at, edit(lines[at]!));
  };
const rewrite = (member: string, edit: (fields: Fields) => object): Mangling['mangle'] =>
  change(member, (line) => JSON.stringify(edit(JSON.parse(line) as Fields)));
const inEvent = (edit: (event: Fields) => object): Mangling['mangle'] =>
  rewrite('event', ({ event }) => ({ event: edit(event as Fields) }));
const inCheckpoint = (edit: (note: string) => string): Mangling['mangle'] =>
  rewrite('checkpoint', ({ checkpoint }) => ({ checkpoint: edit(checkpoint as string) }));
const inserted =
  (line: string) =>
  ([first, ...rest]: string[]): string[] => [first!, line, ...rest];
const leavesInTwo = (at: number) => (lines: string[]) =>
  lines.flatMap((line) => {
    if (!line.startsWith('{"leaves"')) return line;
    const bytes = Buffer.from((JSON.parse(line) as { leaves: string }).leaves, 'base64');
    return [bytes.subarray(0, at), bytes.subarray(at)].map((piece) =>
      JSON.stringify({ leaves: piece.toString('base64') }),
    );
  });

const DEEP = 100_000;
/** The last letter before the padding holds bits that say nothing. */
const loose = (note: string): string =>
  note.replace(/(.)=\n$/, (_all, letter: string) => `${String.fromCharCode(letter.charCodeAt(0) + 1)}=\n`);

export const MANGLINGS: readonly Mangling[] = [
  { what: 'an unknown line', mangle: inserted('{"events":[],"header":{},"leaf":1}'), exit: 0 },
  { what: 'leaves in two pieces', mangle: leavesInTwo(80), exit: 0 },
  { what: 'leaves cut apart within one', mangle: leavesInTwo(20), exit: 4 },
  {
    what: 'a number with a point',
    mangle: change('event', (line) => line.replace(/("version":\d+)/, '$1.0')),
    exit: 0,
  },
  {
    what: 'a number as text',
    mangle: inEvent((event) => ({ ...event, version: String(event['version']) })),
    exit: 4,
  },
  { what: 'true for 1', mangle: inEvent((event) => ({ ...event, position: true })), exit: 4 },
  { what: 'half a character', mangle: inEvent((event) => ({ ...event, data: '"\ud800"' })), exit: 4 },
  { what: 'no event in an event', mangle: inserted('{"event":null}'), exit: 4 },
  { what: 'a list for a line', mangle: inserted('[["key","x"]]'), exit: 4 },
  { what: 'nestings without end', mangle: inserted('['.repeat(DEEP) + ']'.repeat(DEEP)), exit: 4 },
  { what: 'an end in the middle', mangle: (lines) => [...lines, lines.at(-1)!], exit: 4 },
  { what: 'an empty line', mangle: inserted(''), exit: 4 },
  {
    what: 'a root in other letters',
    mangle: rewrite('tree', () => ({ tree: { from: 0, prefix: ['zz'] } })),
    exit: 4,
  },
  {
    what: 'a tree that begins nowhere',
    mangle: rewrite('tree', () => ({ tree: { from: -1, prefix: [] } })),
    exit: 4,
  },
  { what: 'no scope', mangle: rewrite('bundle', ({ scope, ...header }) => header), exit: 4 },
  {
    what: 'a stream of a whole log',
    mangle: rewrite('bundle', (header) => ({ ...header, stream: 'case-b' })),
    exit: 4,
  },
  {
    what: 'a version that is no number',
    mangle: change('bundle', (line) => line.replace('"version":1', '"version":NaN')),
    exit: 3,
  },
  { what: 'a byte order mark', mangle: ([first, ...rest]) => [`\ufeff${first}`, ...rest], exit: 3 },
  { what: 'a key that is no text', mangle: rewrite('key', () => ({ key: [] })), exit: 4 },
  { what: 'no key', mangle: rewrite('key', () => ({ key: '' })), exit: 4 },
  { what: 'a checkpoint without its last newline', mangle: inCheckpoint((note) => note.trimEnd()), exit: 7 },
  { what: 'a signature in loose base64', mangle: inCheckpoint(loose), exit: 7 },
  {
    what: 'a signature of no proper name',
    mangle: inCheckpoint((note) => `${note}— a+b AAAAAAAA\n`),
    exit: 7,
  },
];
