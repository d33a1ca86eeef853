import { OPEN311_ROUTES, type Open311Route } from '../open311/routes';
import type { Json } from './parts';

/* GeoReport v2 as this server speaks it, from the table that its routes come from. */

type Fields = Readonly<Record<string, string>>;

const SPAN: Fields = {
  start_date: 'Instant with a time zone, like 2010-01-01T00:00:00Z; no more than 90 days with end_date.',
  end_date: 'Instant with a time zone.',
};
const REQUESTS: Fields = {
  service_request_id: 'One, or several with commas; then the others do not apply.',
  service_code: 'One, or several with commas.',
  status: '`open`, `closed`, or both with a comma.',
  ...SPAN,
  extensions: '`true`: with what this server knows beyond the specification.',
};
const NEW_REQUEST: Fields = {
  api_key: 'Where the server asks for one.',
  service_code: 'Required.',
  lat: 'With long; or address_string, or address_id.',
  long: 'With lat.',
  address_string: 'Where it is, in words.',
  address_id: 'Where it is, by an id of the city.',
  email: 'Sealed before it is stored.',
  device_id: 'Sealed before it is stored.',
  account_id: 'Sealed before it is stored.',
  first_name: 'Sealed before it is stored.',
  last_name: 'Sealed before it is stored.',
  phone: 'Sealed before it is stored.',
  description: 'Sealed before it is stored.',
  media_url: 'Address of a picture.',
  'attribute[code]':
    'An answer to a question of the service definition; several values as `attribute[code][]`.',
};
const NEW_UPDATE: Fields = {
  api_key: 'Where the server asks for one.',
  service_request_id: 'Required.',
  description: 'Required.',
  update_id: 'Of the sender: sent again, it is answered as the first time.',
  status: '`open` or `closed`.',
  updated_datetime: 'When it was said; default: now.',
  media_url: 'Address of a picture.',
  email: 'Sealed before it is stored.',
  first_name: 'Sealed before it is stored.',
  last_name: 'Sealed before it is stored.',
  phone: 'Sealed before it is stored.',
  account_id: 'Sealed before it is stored.',
};

/** What each method reads besides `jurisdiction_id` and what its path names. */
const READS: Readonly<Record<string, Fields>> = {
  'GET /discovery': {},
  'GET /v2/discovery': {},
  'GET /v2/services': {},
  'GET /v2/services/{service_code}': {},
  'POST /v2/requests': NEW_REQUEST,
  'GET /v2/tokens/{token}': {},
  'GET /v2/requests': REQUESTS,
  'GET /v2/requests/{service_request_id}': { extensions: REQUESTS['extensions']! },
  'GET /v2/servicerequestupdates': { service_request_id: 'One, or several with commas.', ...SPAN },
  'POST /v2/servicerequestupdates': NEW_UPDATE,
};

const JURISDICTION: Fields = { jurisdiction_id: 'Where the server serves several; otherwise it is ignored.' };
const FORMAT: Json = {
  name: 'format',
  in: 'path',
  required: true,
  schema: { type: 'string', enum: ['json', 'xml'] },
};

const inBoth = (schema: Json): Json => ({ 'application/json': { schema }, 'text/xml': { schema: {} } });
const failed = (description: string): Json => ({
  description,
  content: inBoth({ $ref: '#/components/schemas/Open311Errors' }),
});

export const open311Schemas: Json = {
  Open311Errors: {
    type: 'array',
    items: {
      type: 'object',
      required: ['code', 'description'],
      properties: { code: { type: 'integer' }, description: { type: 'string' } },
    },
  },
};

const text: Json = { type: 'string' };

function formOf(fields: Fields): Json {
  const properties = Object.entries(fields).map(
    ([name, description]) => [name, { ...text, description }] as const,
  );
  const schema = { type: 'object', properties: Object.fromEntries(properties) };
  return { required: true, content: { 'application/x-www-form-urlencoded': { schema } } };
}

function operationOf({ verb, path, summary }: Open311Route): Json {
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  const fields = { ...JURISDICTION, ...READS[`${verb} ${path}`]! };
  const query = Object.entries(fields).map(([name, description]) => ({
    name,
    in: 'query',
    required: false,
    description,
    schema: text,
  }));
  return {
    operationId: `open311-${verb.toLowerCase()}${path.replace(/[^a-z0-9]+/g, '-').replace(/-$/, '')}`,
    tags: ['open311'],
    summary: `Open311 GeoReport v2: ${summary}`,
    parameters: [
      ...named.map((name) => ({ name, in: 'path', required: true, schema: text })),
      FORMAT,
      ...(verb === 'GET' ? query : []),
    ],
    ...(verb === 'POST' && { requestBody: formOf(fields) }),
    responses: {
      '200': { description: 'As the specification says; ids are strings.', content: inBoth({}) },
      '400': failed('Something in the arguments is missing or wrong.'),
      ...(verb === 'POST' && { '403': failed('The api_key is missing or wrong.') }),
      '404': failed('There is no such thing, or no such jurisdiction.'),
      '503': failed('The store is away.'),
    },
  };
}

/** Every method by its path and verb. The format may be left out: then the Accept header decides. */
export const open311Operations = OPEN311_ROUTES.map((route) => ({
  path: `/open311${route.path}.{format}`,
  method: route.verb.toLowerCase(),
  operation: operationOf(route),
  known: `${route.verb} ${route.path}` in READS,
}));
