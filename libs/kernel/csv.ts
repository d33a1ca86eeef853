const QUOTED = /[",\r\n]/;

/** The fields of one record as RFC 4180 writes them, without the line end. */
export const csvRecord = (fields: readonly (string | number | undefined)[]): string =>
  fields.map((field) => quotedIfNeeded(String(field ?? ''))).join(',');

const quotedIfNeeded = (text: string): string =>
  QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** What a spreadsheet would take for a formula, the full-width signs of a Chinese or Japanese one too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** A text that a spreadsheet shows as it is: one that would begin a formula gets an apostrophe before it. */
export const spreadsheetText = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
