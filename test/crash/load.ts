import type { Random } from '@huiyin/kernel';
import { deterministicId } from '@huiyin/kernel';
import { randomUUID } from 'node:crypto';
import { personalCase } from '../flow/split/city';
import type { Answer, Client } from '../flow/split/client';

/** A command as a clerk's program sends it, the same each time until it is answered. */
export interface Sent {
  key: string;
  path: string;
  body: unknown;
  office?: string;
  ifMatch?: string;
  matter?: Matter;
}

/** What an answer with 2xx has promised. */
export interface Acknowledged {
  revision: number;
  position: number;
}

interface Matter {
  path: string;
  etag: string;
  step: number;
}

const ANSWER = {
  outcomes: [{ claim: 'c1', outcome: 'supported', text: '已修复', done: true }],
  basis: '第三十二条',
};
const STEPS = [
  ['sort-case', 'petitions', { routes: [{ claim: 'c1', route: 'residual' }] }],
  ['send-case', 'petitions', { to: 'housing' }],
  ['acknowledge-case', 'housing', {}],
  ['accept-case', 'housing', {}],
  ['answer-case', 'housing', ANSWER],
  ['close-case', 'housing', {}],
] as const;
/** Begun and not yet gone through. */
const MATTERS_MAX = 40;
const STALE = 412;
const ADVANCES = ['PT1H', 'P1D', 'P9D', 'P40D'] as const;

/** As apps/api computes it for a clerk. */
export const commandIdOf = ({ key }: Sent): string => deterministicId('http', 'clerk', key);

/** All that was ever sent, and what came back. */
export interface Ledger {
  acknowledged: Map<string, Acknowledged>;
  /** Sent, and the connection broke before an answer. */
  open: Set<Sent>;
  matters: Matter[];
  /** What ended a worker last. */
  ended?: unknown;
}

export const emptyLedger = (): Ledger => ({ acknowledged: new Map(), open: new Set(), matters: [] });

const send = (client: Client, { path, body, office, key, ifMatch }: Sent): Promise<Answer> =>
  client.post(path, body, { key, ...(office && { office }), ...(ifMatch && { ifMatch }) });

/** Sends it and writes down what came; what broke stays open. Rejects for an answer that no client should get. */
export async function settleOne(client: Client, ledger: Ledger, sent: Sent): Promise<Answer> {
  ledger.open.add(sent);
  const answer = await send(client, sent);
  // Too busy, or going down: said before anything was done, or not known; the same command can be sent again.
  if (answer.status >= 500) throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  ledger.open.delete(sent);
  if (answer.status < 300) {
    ledger.acknowledged.set(commandIdOf(sent), {
      revision: Number(answer.etag!.slice(1, -1)),
      position: answer.position,
    });
    const { matter } = sent;
    if (matter) Object.assign(matter, { etag: answer.etag!, step: matter.step + 1 });
    else ledger.matters.push({ path: `/cases/${answer.body.id as string}`, etag: answer.etag!, step: 0 });
  } else if (sent.matter && answer.status === STALE) {
    // Escalation has written to the case meanwhile: its revision is read before the next step.
    const read = await client.get(`/api/v1${sent.matter.path}`);
    sent.matter.etag = read.etag ?? sent.matter.etag;
  } else if (sent.matter) {
    // The rules refuse the step, the window for it being over: the matter is left as it is.
    sent.matter.step = STEPS.length;
  }
  return answer;
}

function nextCommand(random: Random, ledger: Ledger, busy: Set<Matter>): Sent {
  const free = ledger.matters.filter((matter) => !busy.has(matter) && matter.step < STEPS.length);
  if (free.length === 0 || (free.length < MATTERS_MAX && random.chance(0.3)))
    return { key: randomUUID(), path: '/cases', body: personalCase() };
  const matter = random.pick(free);
  const [command, office, body] = STEPS[matter.step]!;
  return { key: randomUUID(), path: `${matter.path}/${command}`, body, office, ifMatch: matter.etag, matter };
}

/** Sends one command after the other, now and then moves the time, until the server is gone. */
export async function worker(
  client: Client,
  random: Random,
  ledger: Ledger,
  busy: Set<Matter>,
  told: () => void,
): Promise<void> {
  for (;;) {
    const sent = nextCommand(random, ledger, busy);
    if (sent.matter) busy.add(sent.matter);
    try {
      const { status } = await settleOne(client, ledger, sent);
      if (random.chance(0.2)) await settleOne(client, ledger, { ...sent });
      if (random.chance(0.05)) await advance(client, random.pick(ADVANCES));
      if (status < 300) told();
    } catch (error) {
      ledger.ended = error;
      return;
    } finally {
      if (sent.matter) busy.delete(sent.matter);
    }
  }
}

/** Answers when everything that fell due on the way has been done. */
export async function advance(client: Client, by: string): Promise<void> {
  const { status, body } = await client.raw('/dev/clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advance: by }),
  });
  if (status !== 200) throw new Error(`the clock answered ${status}: ${JSON.stringify(body)}`);
}
