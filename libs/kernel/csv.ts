const QUOTED = /[",\r\n]/;

/** The fields of one record as RFC 4180 writes them, without the line end. */
export const csvRecord = (fields: readonly (string | number | undefined)[]): string =>
  fields.map((field) => quotedIfNeeded(String(field ?? ''))).join(',');

const quotedIfNeeded = (text: string): string =>
  QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
