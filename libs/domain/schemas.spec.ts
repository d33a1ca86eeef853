import { longText, publicText, shortText } from './schemas';

const forms = [
  ['short', shortText],
  ['long', longText],
  ['public', publicText],
] as const;

describe.each(forms)('a %s text', (_, form) => {
  it.each([
    ['zero-width spaces', '\u200B\u200B'],
    ['a joiner', '\u200D'],
    ['a byte order mark', '\uFEFF'],
    ['soft hyphens', '\u00AD\u00AD'],
    ['a Hangul filler', '\u3164'],
    ['a Braille blank', '\u2800'],
    ['a variation selector', '\uFE0F'],
    ['control characters', '\u0007\u001B'],
    ['spaces of all widths', ' \u3000\u2003\t'],
  ])('of %s alone is none', (what, given) =>
    expect([what, form.safeParse(given).success]).toEqual([what, false]),
  );

  it.each([
    ['a Chinese one', '路灯不亮'],
    ['an emoji of several joined by a joiner', '👨\u200D👩\u200D👧'],
    ['Persian with a non-joiner', 'می\u200Cخواهم'],
    ['a heart with a variation selector', '❤\uFE0F'],
    ['one letter', 'a'],
    ['a sign', '!'],
  ])('may be %s, and is kept as it is', (_what, given) => expect(form.parse(given)).toBe(given));
});
