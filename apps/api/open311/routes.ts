import type { Method } from './context';
import {
  getDefinition,
  getDiscovery,
  getRequest,
  getRequests,
  getServices,
  getToken,
  getUpdates,
} from './methods';
import { postRequest } from './post-request';
import { postUpdate } from './post-update';

export interface Open311Route {
  verb: 'GET' | 'POST';
  /** Below `/open311`, without the format; `{…}` for the variable part. */
  path: string;
  summary: string;
  method: Method;
}

/** Every method, in the order of the specification, then the extension. */
export const OPEN311_ROUTES: readonly Open311Route[] = [
  { verb: 'GET', path: '/discovery', summary: 'Service discovery', method: getDiscovery },
  { verb: 'GET', path: '/v2/discovery', summary: 'Service discovery', method: getDiscovery },
  { verb: 'GET', path: '/v2/services', summary: 'GET Service List', method: getServices },
  {
    verb: 'GET',
    path: '/v2/services/{service_code}',
    summary: 'GET Service Definition',
    method: getDefinition,
  },
  { verb: 'POST', path: '/v2/requests', summary: 'POST Service Request', method: postRequest },
  {
    verb: 'GET',
    path: '/v2/tokens/{token}',
    summary: 'GET service_request_id from a token',
    method: getToken,
  },
  { verb: 'GET', path: '/v2/requests', summary: 'GET Service Requests', method: getRequests },
  {
    verb: 'GET',
    path: '/v2/requests/{service_request_id}',
    summary: 'GET Service Request',
    method: getRequest,
  },
  {
    verb: 'GET',
    path: '/v2/servicerequestupdates',
    summary: 'GET Service Request Updates',
    method: getUpdates,
  },
  {
    verb: 'POST',
    path: '/v2/servicerequestupdates',
    summary: 'POST Service Request Update',
    method: postUpdate,
  },
];

const matchers = OPEN311_ROUTES.map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replace(/\{\w+\}/, '(?<id>[^/]+)')}$`),
}));

/** `path` without `/open311` and without the format. */
export function matchOpen311(verb: string, path: string): { route: Open311Route; id: string } | undefined {
  for (const { route, pattern } of matchers) {
    const match = route.verb === verb ? pattern.exec(path) : null;
    const id = decoded(match?.groups?.['id'] ?? '');
    if (match && !id.includes('\0')) return { route, id };
  }
  return undefined;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
