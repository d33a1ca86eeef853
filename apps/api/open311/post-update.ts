import { deterministicId, uuidv7 } from '@huiyin/kernel';
import { listServiceRequests } from '@huiyin/read-models';
import { hash } from 'node:crypto';
import { clientOf } from './access';
import type { Method } from './context';
import { Open311Error } from './errors';
import { instantOf, type Params } from './params';
import { accountOf, personOf } from './registration';
import { write } from './write';

/** GeoReport's own, and those that FixMyStreet adds. */
const STATUSES: readonly string[] = [
  ...['open', 'closed', 'fixed', 'in_progress', 'action_scheduled', 'investigating', 'duplicate'],
  ...['not_councils_responsibility', 'no_further_action', 'internal_referral', 'reopen', 'for_triage'],
];

/** POST Service Request Update (extension): the same `update_id` again is the same update. */
export const postUpdate: Method = async (call) => {
  const { context, params } = call;
  const actor = clientOf(context.config, params);
  const { request, text } = required(params);
  const { result } = await listServiceRequests(context.views, { ids: [request], expectedBy: [] });
  if (result.requests.length === 0)
    throw new Open311Error(404, `service_request_id ${request} was not found.`);
  const sent = params.one('update_id');
  const commandId =
    sent === undefined ? uuidv7(new Date()) : deterministicId('open311-update', actor, request, sent);
  const data = {
    text,
    saidStatus: statusOf(params),
    mediaUrl: params.one('media_url'),
    sender: senderOf(params),
  };
  const occurredAt = earlier(instantOf(params, 'updated_datetime'), call.now);
  const requestHash = hash('sha256', JSON.stringify(data), 'base64url');
  await write(call, { id: request, type: 'AddMessage', data, commandId, actor, occurredAt, requestHash });
  return {
    root: 'service_request_updates',
    body: [{ update_id: commandId, ...accountOf(params) }],
  };
};

function required(params: Params): { request: string; text: string } {
  const [request, text] = [params.one('service_request_id'), params.one('description')];
  const missing = [
    ...(request === undefined ? ['service_request_id was not provided.'] : []),
    ...(text === undefined ? ['description was not provided.'] : []),
  ];
  if (request === undefined || text === undefined) throw new Open311Error(400, ...missing);
  return { request, text };
}

/** What the sender takes the status to be; only the office's own steps change it. */
function statusOf(params: Params): string | undefined {
  const status = params.one('status')?.toLowerCase();
  if (status === undefined || STATUSES.includes(status)) return status;
  throw new Open311Error(400, `status must be one of ${STATUSES.join(', ')}.`);
}

function senderOf(params: Params): object | undefined {
  const person = personOf(params);
  const accountId = params.one('account_id');
  if (!person && accountId === undefined) return undefined;
  return { ...person, ...(accountId !== undefined && { accountId }) };
}

/** A client's clock may be ahead of ours. */
const earlier = (given: string | undefined, present: string): string =>
  given === undefined || given > present ? present : given;
