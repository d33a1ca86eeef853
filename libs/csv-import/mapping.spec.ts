import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BadMapping, parseMapping } from './mapping';

const FOLDER = path.join(__dirname, '../../apps/cli/mappings');
const boston = JSON.parse(readFileSync(path.join(FOLDER, 'boston-311.json'), 'utf8')) as Record<
  string,
  unknown
>;

type Change = readonly [path: string, value: unknown];

/** What is said of the shipped mapping with some of its values replaced; undefined takes one out. */
function complaint(...changes: readonly Change[]): string {
  const mapping = structuredClone(boston);
  for (const [at, value] of changes) {
    const keys = at.split('.');
    const parent = keys.slice(0, -1).reduce((node, key) => node[key] as Record<string, unknown>, mapping);
    parent[keys.at(-1)!] = value;
  }
  try {
    parseMapping(JSON.stringify(mapping));
    return 'nothing';
  } catch (error) {
    if (error instanceof BadMapping) return error.message;
    throw error;
  }
}

describe('a mapping', () => {
  it('is taken as it is shipped', () => {
    expect(complaint()).toBe('nothing');
    expect(parseMapping(JSON.stringify(boston)).fields.dueAt?.column).toEqual(['target_dt', 'sla_target_dt']);
  });

  it.each<[string, Change, string]>([
    ['an unknown key', ['feilds', 1], 'mapping: Unrecognized key: "feilds"'],
    [
      'a missing field',
      ['fields.openedAt', undefined],
      'fields.openedAt: Invalid input: expected object, received undefined',
    ],
    ['a source of nothing', ['fields.title', {}], 'fields.title: needs either a column or a constant'],
    [
      'a column that is none',
      ['fields.title.column', 7],
      'fields.title.column: must be a column name or a list of them',
    ],
    ['a time zone that is none', ['dates.zone', 'Boston'], 'dates.zone: is not an IANA time zone'],
    [
      'a date format that is none',
      ['dates.formats', ['DD/MM']],
      'dates.formats[0]: Invalid option: expected one of "iso"|"month-first"|"day-first"',
    ],
    [
      'a channel that is none',
      ['fields.channel.map.Twitter', 'tweet'],
      'fields.channel.map.Twitter: tweet is none of letter, visit, phone, online, fax, mailbox, reception, screening, assigned-from-above, referred, open311',
    ],
    [
      'an outcome that could be anything',
      ['fields.outcome.contains', undefined],
      'fields.outcome.map: is needed: which text is which',
    ],
    [
      'a chain that skips a step',
      ['chains.Open', ['sort', 'accept']],
      'chains.Open[1]: accept where send comes next',
    ],
    [
      'a chain that answers without a date',
      ['fields.closedAt', undefined],
      'fields.closedAt: is needed by chain Closed',
    ],
    ['learning without due dates', ['fields.dueAt', undefined], 'fields.dueAt: is needed to learn periods'],
    [
      'a clock that closes before it opens',
      ['learn.closes', '08:00'],
      'learn.closes: the clock closes before it opens',
    ],
  ])('with %s is refused with the path of it', (_name, change, message) => {
    expect(complaint(change)).toBe(message);
  });

  it('says how many more things are wrong, on one line', () => {
    const message = complaint(['id', 'Boston 311'], ['offices.prefix', '']);
    expect(message).toBe('id: must be kebab-case: a-z, 0-9 and - (and 1 more)');
    expect(() => parseMapping('{\n"id": \n')).toThrow(/^not JSON: [^\n]+$/);
  });
});
