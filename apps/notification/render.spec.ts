import { LANGUAGES } from './notice';
import { render } from './render';
import { TEMPLATES, WORDS, type TemplateId } from './templates';

const ids = Object.keys(TEMPLATES) as TemplateId[];
const placeholders = (text: string) => [...text.matchAll(/\{\{(.*?)\}\}/g)].map(([, name]) => name!);

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(ids)('%s says all that it is given, and asks for nothing else', (id) => {
    const { subject, text } = WORDS[language].templates[id];
    const used = new Set([...placeholders(subject), ...placeholders(text)]);
    expect([...used].sort()).toEqual([...TEMPLATES[id]].sort());
  });

  it.each(ids)('%s leaves no placeholder behind', (id) => {
    const { subject, text } = render(id, language, {});
    expect(`${subject}${text}`).not.toMatch(/\{\{|undefined/);
  });
});

it('keeps a subject on one line, so that a value cannot add a header', () => {
  const { subject } = render('reminded', 'en', { duty: 'answer\r\nBcc: a@b.example', case: '1' });
  expect(subject).toBe('Reminder: answer Bcc: a@b.example (1)');
});

it('does not fill in what a value brings along', () => {
  expect(render('closed', 'en', { name: '{{case}}', case: '7' }).text).toContain(
    'Dear {{case}}, your case 7',
  );
});

it('does not take words for replacement patterns', () => {
  expect(render('closed', 'en', { name: "$& $' $1", case: '7' }).text).toContain("Dear $& $' $1,");
});
