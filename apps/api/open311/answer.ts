import type { FastifyReply, FastifyRequest } from 'fastify';
import { Open311Error } from './errors';
import { toXml } from './xml';

export type Format = 'xml' | 'json';

const TYPES: Readonly<Record<Format, string>> = {
  xml: 'text/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** An answer before it has a format: the root is XML's only. */
export interface Answer {
  root: string;
  body: unknown;
  /** Position in the log that it reflects. */
  position?: number;
}

export function send(
  reply: FastifyReply,
  status: number,
  format: Format,
  { root, body, position }: Answer,
): void {
  void reply
    .status(status)
    .type(TYPES[format])
    .headers({
      'cache-control': 'no-store',
      // Clients are browsers of other origins; nothing here hangs on a cookie.
      'access-control-allow-origin': '*',
      vary: 'Accept, Accept-Language',
      ...(position !== undefined && { 'huiyin-position': String(position) }),
    })
    .send(format === 'json' ? JSON.stringify(body) : toXml(root, body));
}

/** An error in the format that was asked for, as far as that can be told. */
export function sendError(request: FastifyRequest, reply: FastifyReply, error: Open311Error): void {
  const { format } = splitFormat(pathOf(request));
  send(reply, error.status, format ?? accepted(request) ?? 'xml', { root: 'errors', body: error.entries });
}

export const pathOf = (request: FastifyRequest): string => new URL(request.url, 'http://api').pathname;

/** `/services.json` → `/services` in JSON. */
export function splitFormat(path: string): { path: string; format?: Format } {
  const match = /^(.*)\.(xml|json)$/.exec(path);
  return match ? { path: match[1]!, format: match[2] as Format } : { path };
}

const RANGES: readonly { pattern: RegExp; format: Format }[] = [
  { pattern: /^(text|application)\/xml$/, format: 'xml' },
  { pattern: /^application\/json$/, format: 'json' },
  // XML is the format that every GeoReport server has.
  { pattern: /^(\*\/\*|text\/\*|application\/\*)$/, format: 'xml' },
];

/** By the Accept header, the first range of the highest quality first; undefined when it takes neither. */
export function accepted({ headers }: FastifyRequest): Format | undefined {
  if (headers.accept === undefined) return 'xml';
  const ranges = headers.accept.split(',').map((part) => {
    const [range = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    const quality = Number(parameters.find((one) => one.startsWith('q='))?.slice(2) ?? 1);
    return { format: RANGES.find(({ pattern }) => pattern.test(range))?.format, quality };
  });
  const best = ranges
    .filter(({ format, quality }) => format && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return best[0]?.format;
}

/** By the extension, else by Accept. Throws 406. */
export function formatOf(request: FastifyRequest, extension: Format | undefined): Format {
  const format = extension ?? accepted(request);
  if (format) return format;
  throw new Open311Error(
    406,
    'The formats are text/xml and application/json: append .xml or .json to the address.',
  );
}
