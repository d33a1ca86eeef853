import { listRequestUpdates, listServiceRequests } from '@huiyin/read-models';
import type { Method } from './context';
import { discovery } from './discovery';
import { Open311Error } from './errors';
import { spanOf } from './period';
import { fulfillingDuties, requestFilter, showRequest, w3Time } from './requests';
import { findService, servicesOf, showDefinition, showService } from './services';
import { wordsOf } from './words';

export const getDiscovery: Method = async ({ context, origin }) => ({
  root: 'discovery',
  body: await discovery(context.platform, context.config, origin),
});

/** GET Service List */
export const getServices: Method = async ({ pack, language }) => ({
  root: 'services',
  body: servicesOf(pack).map((service) => showService(service, language)),
});

/** GET Service Definition */
export const getDefinition: Method = async ({ pack, id, language }) => {
  const service = findService(pack, id);
  if (!service) throw new Open311Error(404, `service_code ${id} was not found.`);
  return { root: 'service_definition', body: showDefinition(service, language) };
};

/** GET Service Requests */
export const getRequests: Method = async (call) => {
  const { context, pack, params, language, now } = call;
  const filter = { ...requestFilter(params, now), expectedBy: fulfillingDuties(pack) };
  const { position, result } = await listServiceRequests(context.views, filter);
  const extensions = params.one('extensions')?.toLowerCase() === 'true';
  const showing = { pack, offices: result.offices, language, extensions };
  return {
    root: 'service_requests',
    position,
    body: result.requests.map((request) => showRequest(request, showing)),
  };
};

/** GET Service Request */
export const getRequest: Method = async (call) => {
  const { id, params } = call;
  const only = {
    ...params,
    list: (name: string) => (name === 'service_request_id' ? [id] : params.list(name)),
  };
  const answer = await getRequests({ ...call, params: only });
  if ((answer.body as readonly object[]).length === 0) {
    throw new Open311Error(404, `service_request_id ${id} was not found.`);
  }
  return answer;
};

/** GET service_request_id from a token: every service is realtime, so that the id is its own token. */
export const getToken: Method = async ({ context, id }) => {
  const { position, result } = await listServiceRequests(context.views, { ids: [id], expectedBy: [] });
  if (result.requests.length === 0) throw new Open311Error(404, `token ${id} was not found.`);
  return { root: 'service_requests', position, body: [{ service_request_id: id, token: id }] };
};

/** GET Service Request Updates (extension): the oldest first. */
export const getUpdates: Method = async ({ context, params, language, now }) => {
  const ids = params.list('service_request_id');
  const dated = params.one('start_date') !== undefined || params.one('end_date') !== undefined;
  const span = ids && !dated ? {} : spanOf(params, now);
  const { position, result } = await listRequestUpdates(context.views, { ids, ...span });
  return {
    root: 'service_request_updates',
    position,
    body: result.updates.map((update) => ({
      update_id: update.id,
      service_request_id: update.requestId,
      status: update.status,
      updated_datetime: w3Time(update.at),
      description: wordsOf(update, result.offices, language),
      media_url: update.mediaUrl ?? null,
    })),
  };
};
