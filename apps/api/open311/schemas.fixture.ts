import Ajv from 'ajv';
import addFormats from 'ajv-formats';

/*
 * JSON Schemas written from the text of GeoReport v2 (http://wiki.open311.org/GeoReport_v2), Service Discovery
 * (http://wiki.open311.org/Service_Discovery) and FixMyStreet's service request updates. Stricter than the text: every
 * field is there, null where it has no value, and nothing else is.
 */

type Json = Record<string, unknown>;

const text: Json = { type: 'string', minLength: 1 };
const textOrNull: Json = { anyOf: [{ type: 'string', minLength: 1 }, { type: 'null' }] };
const numberOrNull: Json = { anyOf: [{ type: 'number' }, { type: 'null' }] };
/** W3C NOTE-datetime with seconds and a zone. */
const time: Json = {
  type: 'string',
  format: 'date-time',
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)$',
};
const timeOrNull: Json = { anyOf: [time, { type: 'null' }] };

const object = (properties: Json, optional: Json = {}): Json => ({
  type: 'object',
  required: Object.keys(properties),
  properties: { ...properties, ...optional },
  additionalProperties: false,
});
const list = (items: Json): Json => ({ type: 'array', items });

const SERVICES = list(
  object({
    service_code: text,
    service_name: text,
    description: textOrNull,
    metadata: { type: 'boolean' },
    type: { enum: ['realtime', 'batch', 'blackbox'] },
    keywords: textOrNull,
    group: textOrNull,
  }),
);

const DEFINITION = object({
  service_code: text,
  attributes: list(
    object({
      variable: { type: 'boolean' },
      code: text,
      datatype: { enum: ['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist'] },
      required: { type: 'boolean' },
      datatype_description: textOrNull,
      order: { type: 'integer', minimum: 1 },
      description: text,
      values: list(object({ key: text, name: text })),
    }),
  ),
});

const REQUEST: Json = {
  service_request_id: text,
  status: { enum: ['open', 'closed'] },
  status_notes: textOrNull,
  service_name: text,
  service_code: text,
  description: { anyOf: [{ type: 'string', maxLength: 4_000 }, { type: 'null' }] },
  agency_responsible: textOrNull,
  service_notice: textOrNull,
  requested_datetime: time,
  updated_datetime: time,
  expected_datetime: timeOrNull,
  address: textOrNull,
  address_id: textOrNull,
  zipcode: textOrNull,
  lat: numberOrNull,
  long: numberOrNull,
  media_url: { anyOf: [{ type: 'string', format: 'uri' }, { type: 'null' }] },
};

const EXTENSIONS: Json = {
  attributes: list(object({ code: text, label: text, value: text, name: text })),
  extended_attributes: object({ channel: text }),
  notes: list(object({ datetime: time, type: text, description: text })),
};

const ENDPOINT = object({
  specification: { const: 'http://wiki.open311.org/GeoReport_v2' },
  url: { type: 'string', format: 'uri', pattern: '[^/]$' },
  changeset: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d$' },
  type: { enum: ['production', 'test'] },
  formats: list({ enum: ['text/xml', 'application/json'] }),
});

export const SCHEMAS = {
  discovery: object({
    changeset: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d$' },
    contact: text,
    key_service: text,
    endpoints: { ...list(ENDPOINT), minItems: 1 },
  }),
  services: SERVICES,
  service_definition: DEFINITION,
  service_requests: list(object(REQUEST)),
  extended_requests: list(object({ ...REQUEST, ...EXTENSIONS })),
  created: {
    ...list(object({ service_request_id: text }, { service_notice: text, account_id: text })),
    minItems: 1,
  },
  token: { ...list(object({ service_request_id: text, token: text })), minItems: 1, maxItems: 1 },
  service_request_updates: list(
    object({
      update_id: text,
      service_request_id: text,
      status: { enum: ['open', 'closed'] },
      updated_datetime: time,
      description: { type: 'string' },
      media_url: { anyOf: [{ type: 'string', format: 'uri' }, { type: 'null' }] },
    }),
  ),
  update_created: { ...list(object({ update_id: text }, { account_id: text })), minItems: 1, maxItems: 1 },
  errors: { ...list(object({ code: { type: 'integer' }, description: text })), minItems: 1 },
} as const;

export type SchemaName = keyof typeof SCHEMAS;

const ajv = new Ajv({ strict: true, strictTypes: false, allErrors: true });
addFormats(ajv);
const validators = Object.fromEntries(
  Object.entries(SCHEMAS).map(([name, schema]) => [name, ajv.compile(schema as Json)]),
);

/** What is wrong with an answer; empty when nothing is. */
export function violations(name: SchemaName, body: unknown): string[] {
  const validate = validators[name]!;
  return validate(body)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
