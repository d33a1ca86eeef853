import type { Language, Values } from './notice';
import { WORDS, type TemplateId } from './templates';

export interface Rendered {
  /** One line. */
  subject: string;
  text: string;
}

const PLACEHOLDER = /\{\{(\w+)\}\}/g;
const NOT_IN_A_LINE = /[\p{Cc}\u2028\u2029]+/gu;
const SUBJECT_CHARS_MAX = 200;

/** In one pass, so that a value which looks like a placeholder stays what it is. */
export const fill = (template: string, values: Readonly<Record<string, string | undefined>>): string =>
  template.replace(PLACEHOLDER, (_, name: string) => values[name] ?? '');

/** Plain text. Line breaks and control characters in values never reach the subject: a header ends there. */
export function render(template: TemplateId, language: Language, values: Values): Rendered {
  const { templates, nameless } = WORDS[language];
  const { subject, text } = templates[template];
  const all = { ...values, name: values.name ?? nameless };
  return {
    subject: fill(subject, all).replace(NOT_IN_A_LINE, ' ').trim().slice(0, SUBJECT_CHARS_MAX),
    text: fill(text, all),
  };
}
