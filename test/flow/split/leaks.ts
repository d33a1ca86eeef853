import { Client as Session } from 'pg';

const BASE64_BLOCK = 3;

/** Ways in which a text may lie somewhere: as it is, escaped, percent-encoded, in hex, in base64 at any offset. */
export function formsOf(text: string): string[] {
  const bytes = Buffer.from(text);
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return [
    text,
    escaped,
    encodeURIComponent(text),
    bytes.toString('hex'),
    ...Array.from({ length: BASE64_BLOCK }, (_, offset) => base64Within(bytes, offset)),
  ].filter((form, index, forms) => forms.indexOf(form) === index);
}

/** The characters of base64 that depend on the text alone, when `offset` other bytes come before it. */
function base64Within(bytes: Buffer, offset: number): string {
  const padded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
  const first = offset === 0 ? 0 : Math.ceil((offset * 8) / 6);
  return padded.slice(first, Math.floor(((offset + bytes.length) * 8) / 6));
}

/** Which of the planted texts can be read in the sources, and where. */
export function leaksIn(planted: Readonly<Record<string, string>>, sources: Iterable<Source>): string[] {
  const forms = Object.entries(planted).map(([what, text]) => ({ what, forms: formsOf(text) }));
  const leaks: string[] = [];
  for (const { place, text } of sources) {
    for (const { what, forms: ways } of forms) {
      if (ways.some((form) => text.includes(form))) leaks.push(`${what} in ${place}`);
    }
  }
  return [...new Set(leaks)];
}

export interface Source {
  place: string;
  text: string;
}

const TABLES = `
  SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
  WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`;

/** Every row of every table of every schema as text: each column in it, bytea as hex. */
export async function databaseAsText(url: string): Promise<Source[]> {
  const session = new Session({ connectionString: url });
  await session.connect();
  try {
    const { rows: tables } = await session.query<{ name: string }>(TABLES);
    const sources: Source[] = [];
    for (const { name } of tables) {
      const { rows } = await session.query<{ text: string }>(`SELECT t::text AS text FROM ${name} AS t`);
      sources.push(...rows.map(({ text }) => ({ place: name, text })));
    }
    return sources;
  } finally {
    await session.end();
  }
}
