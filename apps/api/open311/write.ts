import type { Executed } from '@huiyin/command-handler';
import { aggregates } from '@huiyin/domain';
import { unreachable } from '@huiyin/kernel';
import { apiProblem, refusalProblem } from '../problems/problem';
import type { Call } from './context';
import { fromProblem, Open311Error } from './errors';

/** How long a writer waits for its write to show in the reads; it is done either way. */
const SHOWN_WAIT_ms = 2_000;

/** Fields of a command's form under the names that clients know. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  'petitioner.name': 'first_name, last_name',
  'petitioner.email': 'email',
  'petitioner.phone': 'phone',
  'sender.name': 'first_name, last_name',
  'sender.email': 'email',
  'sender.phone': 'phone',
  place: 'address_string',
  'serviceRequest.address': 'address_string',
  'serviceRequest.addressId': 'address_id',
  'serviceRequest.mediaUrl': 'media_url',
  'serviceRequest.accountId': 'account_id',
  'serviceRequest.deviceId': 'device_id',
  'serviceRequest.attributes': 'attribute',
  text: 'description',
  mediaUrl: 'media_url',
};

export interface Write {
  /** Of the case. */
  id: string;
  type: string;
  data: Record<string, unknown>;
  commandId: string;
  actor: string;
  occurredAt?: string;
  requestHash?: string;
}

/** Gives the command and waits until the reads show it. Throws 400 or 404 for what was refused. */
export async function write({ context, language }: Call, { data, ...given }: Write): Promise<void> {
  const parsed = aggregates.cases.commands[given.type]!.safeParse(data);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${argumentOf(path)}: ${message}`);
    throw new Open311Error(400, ...new Set(wrong));
  }
  const outcome = await context.execute({ ...given, aggregate: aggregates.cases, data: parsed.data });
  const position = positionOf(outcome, language);
  if (position !== undefined) await context.feed.waitFor(position, SHOWN_WAIT_ms);
}

function argumentOf(path: readonly PropertyKey[]): string {
  const whole = path.map(String);
  const known = whole.map((_, index) => ARGUMENTS[whole.slice(0, index + 1).join('.')]).find(Boolean);
  return known ?? whole.join('.');
}

/** Where it was written. */
function positionOf(outcome: Executed, language: Call['language']): number | undefined {
  switch (outcome.status) {
    case 'done':
    case 'repeated':
      return outcome.position;
    case 'unchanged':
      return undefined;
    case 'refused':
      throw fromProblem(refusalProblem(outcome.refusal, language));
    case 'reused':
      throw new Open311Error(400, 'This update_id was used for another update of the request.');
    case 'stale':
    case 'contended':
      throw fromProblem(apiProblem('contended'));
    default:
      return unreachable(outcome);
  }
}
