import { randomUUID } from 'node:crypto';

export interface Row {
  id: string;
  type: string;
  rule: string;
  revision: number;
}

/** What most answers hold, as far as a test reads it: a record, a list, or a problem. The assertions are the check. */
export interface Told {
  id: string;
  revision: number;
  items: Row[];
  /** Of a problem. */
  code: string;
}

export interface Answer<Body = Told> {
  status: number;
  type: string;
  headers: Headers;
  /** Of the record, `"3"`. */
  etag: string | undefined;
  position: number;
  body: Body;
}

export interface CommandOptions {
  /** The office that acts. */
  office?: string;
  key?: string;
  ifMatch?: string;
  headers?: Record<string, string>;
}

const ANSWER_MAX_ms = 30_000;

/** What a clerk's program does: writes with Idempotency-Key and If-Match, reads its own writes. */
export function createClient(url: string) {
  const send = async <Body = Told>(path: string, init: RequestInit): Promise<Answer<Body>> => {
    const answer = await fetch(url + path, { ...init, signal: AbortSignal.timeout(ANSWER_MAX_ms) });
    const text = await answer.text();
    return {
      status: answer.status,
      type: answer.headers.get('content-type') ?? '',
      headers: answer.headers,
      etag: answer.headers.get('etag') ?? undefined,
      position: Number(answer.headers.get('huiyin-position')),
      // What is no JSON (a page, XML) is kept as its text, so that it is looked through too.
      body: (text === '' ? undefined : isJson(answer) ? JSON.parse(text) : text) as Body,
    };
  };
  return {
    get: <Body = Told>(path: string) => send<Body>(path, {}),
    post(path: string, body: unknown, { office, key = randomUUID(), ifMatch, headers }: CommandOptions = {}) {
      return send(`/api/v1${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: {
          'content-type': 'application/json',
          'idempotency-key': key,
          ...(office && { 'huiyin-office': office }),
          ...(ifMatch && { 'if-match': ifMatch }),
          ...headers,
        },
      });
    },
    raw: send,
    /** The positions that the views reach, as they reach them; ends with the signal. */
    async *positions(signal: AbortSignal): AsyncGenerator<number> {
      const answer = await fetch(`${url}/api/v1/stream`, { signal });
      let rest = '';
      for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop()!;
        for (const line of lines) if (line.startsWith('id: ')) yield Number(line.slice(4));
      }
    },
  };
}

export type Client = ReturnType<typeof createClient>;

const isJson = ({ headers }: Response): boolean => /json/.test(headers.get('content-type') ?? '');
