import { randomUUID } from 'node:crypto';

export interface Answer {
  status: number;
  type: string;
  headers: Headers;
  /** Of the record, `"3"`. */
  etag: string | undefined;
  position: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each answer has its own; the assertions are the check
  body: any;
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
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const answer = await fetch(url + path, { ...init, signal: AbortSignal.timeout(ANSWER_MAX_ms) });
    const text = await answer.text();
    return {
      status: answer.status,
      type: answer.headers.get('content-type') ?? '',
      headers: answer.headers,
      etag: answer.headers.get('etag') ?? undefined,
      position: Number(answer.headers.get('huiyin-position')),
      body: text === '' ? undefined : JSON.parse(text),
    };
  };
  return {
    get: (path: string) => send(path, {}),
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
