import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BadMapping, parseMapping } from './mapping';

const FOLDER = path.join(__dirname, '../../apps/cli/mappings');
const boston = JSON.parse(readFileSync(path.join(FOLDER, 'boston-311.json'), 'utf8')) as Record<
  string,
  unknown
>;

function complaint(change: (mapping: any) => void): string {
  const mapping = structuredClone(boston);
  change(mapping);
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
    expect(complaint(() => undefined)).toBe('nothing');
    expect(parseMapping(JSON.stringify(boston)).fields.dueAt?.column).toEqual(['target_dt', 'sla_target_dt']);
  });

  it.each<[string, (mapping: any) => void, string]>([
    ['an unknown key', (m) => (m.feilds = 1), 'mapping: Unrecognized key: "feilds"'],
    [
      'a missing field',
      (m) => delete m.fields.openedAt,
      'fields.openedAt: Invalid input: expected object, received undefined',
    ],
    [
      'a source of nothing',
      (m) => (m.fields.title = {}),
      'fields.title: needs either a column or a constant',
    ],
    [
      'a column that is none',
      (m) => (m.fields.title.column = 7),
      'fields.title.column: must be a column name or a list of them',
    ],
    ['a time zone that is none', (m) => (m.dates.zone = 'Boston'), 'dates.zone: is not an IANA time zone'],
    [
      'a date format that is none',
      (m) => (m.dates.formats = ['DD/MM']),
      'dates.formats[0]: Invalid option: expected one of "iso"|"month-first"|"day-first"',
    ],
    [
      'a channel that is none',
      (m) => (m.fields.channel.map.Twitter = 'tweet'),
      'fields.channel.map.Twitter: tweet is none of letter, visit, phone, online, mailbox, reception, screening, assigned-from-above, referred, open311',
    ],
    [
      'an outcome that could be anything',
      (m) => delete m.fields.outcome.contains,
      'fields.outcome.map: is needed: which text is which',
    ],
    [
      'a chain that skips a step',
      (m) => (m.chains.Open = ['sort', 'accept']),
      'chains.Open[1]: accept where send comes next',
    ],
    [
      'a chain that answers without a date',
      (m) => delete m.fields.closedAt,
      'fields.closedAt: is needed by chain Closed',
    ],
    ['learning without due dates', (m) => delete m.fields.dueAt, 'fields.dueAt: is needed to learn periods'],
    [
      'a clock that closes before it opens',
      (m) => (m.learn.closes = '08:00'),
      'learn.closes: the clock closes before it opens',
    ],
  ])('with %s is refused with the path of it', (_name, change, message) => {
    expect(complaint(change)).toBe(message);
  });

  it('says how many more things are wrong, on one line', () => {
    const message = complaint((m) => {
      m.id = 'Boston 311';
      m.offices.prefix = '';
    });
    expect(message).toBe('id: must be kebab-case: a-z, 0-9 and - (and 1 more)');
    expect(() => parseMapping('{\n"id": \n')).toThrow(/^not JSON: [^\n]+$/);
  });
});
