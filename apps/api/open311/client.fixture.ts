import { XMLParser, XMLValidator } from 'fast-xml-parser';

export interface Reply {
  status: number;
  type: string | null;
  text: string;
  /** Of a JSON answer. */
  json: unknown;
}

export type Fields = Readonly<Record<string, string | readonly string[]>>;

const pairs = (fields: Fields): [string, string][] =>
  Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );

/** A client that knows nothing of the server but the specification. */
export function open311Client(base: string) {
  const call = async (path: string, init?: RequestInit): Promise<Reply> => {
    const response = await fetch(`${base}${path}`, init);
    const type = response.headers.get('content-type');
    const text = await response.text();
    return {
      status: response.status,
      type,
      text,
      json: type?.includes('json') ? JSON.parse(text) : undefined,
    };
  };
  return {
    get: (path: string, query: Fields = {}, headers: Record<string, string> = {}) => {
      const search = new URLSearchParams(pairs(query)).toString();
      return call(search === '' ? path : `${path}?${search}`, { headers });
    },
    post: (path: string, form: Fields, headers: Record<string, string> = {}) =>
      call(path, { method: 'POST', body: new URLSearchParams(pairs(form)), headers }),
    send: (path: string, body: string, type: string) =>
      call(path, { method: 'POST', body, headers: { 'content-type': type } }),
  };
}

export type Open311Client = ReturnType<typeof open311Client>;

const parser = new XMLParser({ parseTagValue: false, trimValues: false, ignoreDeclaration: true });

/** An XML document by the Spark convention: its root, and what JSON would say; every value is text, an empty one null. */
export function readXml(text: string): { root: string; body: unknown } {
  if (XMLValidator.validate(text) !== true) throw new Error(`not well-formed: ${text}`);
  const document = parser.parse(text) as Record<string, unknown>;
  const [root] = Object.keys(document).filter((name) => !name.startsWith('#'));
  return { root: root!, body: spark(root!, document[root!]) };
}

const LISTS: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  service_request_updates: 'request_update',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
  notes: 'note',
};

function spark(name: string, value: unknown): unknown {
  const member = LISTS[name];
  const children =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  if (member) {
    const members = children?.[member];
    return members === undefined ? [] : [members].flat().map((one) => spark(member, one));
  }
  if (!children) return value === '' ? null : value;
  const named = Object.entries(children).filter(([child]) => child !== '#text');
  return Object.fromEntries(named.map(([child, inner]) => [child, spark(child, inner)]));
}

/** JSON as XML can say it: all text. */
export function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asText);
  if (value === null || typeof value !== 'object') return value === null ? null : `${value as string}`;
  return Object.fromEntries(Object.entries(value as object).map(([name, inner]) => [name, asText(inner)]));
}
