import { deterministicId, uuidv7 } from '@huiyin/kernel';
import { listOffices } from '@huiyin/read-models';
import { inLanguage } from '../problems/language';
import { clientOf } from './access';
import type { Call, Method } from './context';
import { Open311Error } from './errors';
import { accountOf, registrationOf } from './registration';
import { findService } from './services';
import { write } from './write';

/** POST Service Request. GeoReport has no key for repeats: each post is a case of its own. */
export const postRequest: Method = async (call) => {
  const { context, pack, params, language } = call;
  const actor = clientOf(context.config, params);
  const code = params.one('service_code');
  if (code === undefined) throw new Open311Error(400, 'service_code was not provided.');
  const service = findService(pack, code);
  if (!service) throw new Open311Error(404, `service_code ${code} was not found.`);
  const data = registrationOf(service, params, { pack: pack.id, receiver: await receiverOf(call) });
  const commandId = uuidv7(new Date());
  const id = deterministicId('cases', commandId);
  await write(call, { id, type: 'RegisterCase', data, commandId, actor });
  return {
    root: 'service_requests',
    body: [
      {
        service_request_id: id,
        ...(service.notice && { service_notice: inLanguage(service.notice, language) }),
        ...accountOf(params),
      },
    ],
  };
};

/** Throws 503 where nobody could take it. */
async function receiverOf({ context: { config, views } }: Call): Promise<string> {
  if (config.receiver !== undefined) return config.receiver;
  const { result } = await listOffices(views, { kind: 'petition-department' });
  const [first] = result;
  if (first) return first.id;
  throw new Open311Error(503, 'No office has been set up to receive service requests.');
}
