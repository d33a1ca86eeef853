import { ChannelRefused } from './channel';

export const POST_TIMEOUT_ms = 10_000;

export interface Post {
  url: string;
  method: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** One bounded request. A redirect is a refusal: it would carry the message to where nobody configured it to go. */
export async function post({ url, method, headers, body }: Post): Promise<void> {
  const answer = await fetch(url, {
    method,
    headers,
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(POST_TIMEOUT_ms),
  }).catch(unreachableHost);
  await answer.body?.cancel();
  if (!answer.ok) throw new ChannelRefused(`http-${answer.status}`);
}

function unreachableHost(error: unknown): never {
  const { name, cause } = error as { name?: string; cause?: { code?: unknown } };
  if (name === 'TimeoutError') throw new ChannelRefused('timeout');
  throw new ChannelRefused(typeof cause?.code === 'string' ? cause.code : 'unreachable');
}
