import { formOf } from '@huiyin/domain';
import { z } from 'zod';
import { API_PROBLEMS } from '../problems/problem';
import { COMMAND_ROUTES, SERVER_NAMED, type CommandRoute } from '../commands/routes';
import { READ_ROUTES, type ReadRoute } from '../queries/routes';
import { attachmentPaths } from './attachments';
import { open311Operations, open311Schemas } from './open311';
import { publicPaths } from './public';
import { header, pathId, problem, written, WRITE_HEADERS, type Json } from './parts';

const jsonSchema = (schema: z.ZodType): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
  return rest;
};

function commandOperation(route: CommandRoute, parameters: Json[]): Json {
  const ifMatch = route.begins ? [] : [header('If-Match', 'The ETag last seen, or *.', true)];
  return {
    operationId: route.type,
    tags: [route.path],
    summary: route.type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase(),
    parameters: [...parameters, ...WRITE_HEADERS, ...ifMatch],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: jsonSchema(formOf(route.aggregate, route.type)) } },
    },
    responses: {
      [route.begins ? '201' : '200']: written,
      '400': problem('The request does not have the required form.'),
      '404': problem('There is no such record.'),
      '409': problem('The step is refused in this state; `code` says why.'),
      ...(!route.begins && {
        '412': problem('The record has changed since.'),
        '428': problem('If-Match is missing.'),
      }),
      '413': problem('The body is too large.'),
      '415': problem('The body is not application/json.'),
      '422': problem('The step is refused; `code` says why.'),
      '503': problem('Too busy or the store is away; Retry-After says when.'),
    },
  };
}

const AFTER: Json = {
  name: 'after',
  in: 'query',
  required: false,
  description: "A Huiyin-Position: the answer waits until it reflects it, so that one's own write is in it.",
  schema: { type: 'integer', minimum: 0 },
};

const STREAM: Json = {
  operationId: 'streamPositions',
  tags: ['city'],
  summary: 'Server-sent events: each position that the views reach',
  parameters: [],
  responses: {
    '200': {
      description: 'Events named `views`; `data` is `{"position":…}`.',
      content: { 'text/event-stream': {} },
    },
    '503': problem('Too many listen already; Retry-After says when to try again.'),
  },
};

function readOperation(route: ReadRoute): Json {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const query = route.query ? jsonSchema(route.query) : {};
  const properties = Object.entries((query['properties'] ?? {}) as Json);
  const required = (query['required'] ?? []) as string[];
  return {
    operationId: route.name,
    tags: [route.tag],
    summary: route.summary,
    parameters: [
      ...names.map((name) => ({ ...pathId, name })),
      ...properties.map(([name, schema]) => ({
        name,
        in: 'query',
        required: required.includes(name),
        schema,
      })),
      AFTER,
    ],
    responses: {
      '200': {
        description: 'OK. Huiyin-Position is the log position that the answer reflects.',
        content: Object.fromEntries((route.types ?? ['application/json']).map((type) => [type, {}])),
      },
      '400': problem('A parameter does not have the required form.'),
      '404': problem('There is nothing at this address.'),
      '503': problem('The view has not reached `after` yet, or the store is away.'),
    },
  };
}

const COMPONENTS: Json = {
  schemas: {
    ...open311Schemas,
    Problem: {
      type: 'object',
      required: ['type', 'title', 'status', 'code'],
      properties: {
        type: { type: 'string', format: 'uri-reference' },
        title: { type: 'string' },
        status: { type: 'integer' },
        detail: { type: 'string' },
        code: {
          type: 'string',
          description: `A refusal of the domain, or one of ${Object.keys(API_PROBLEMS).join(', ')}.`,
        },
      },
    },
    Written: {
      type: 'object',
      required: ['id', 'revision'],
      properties: {
        id: { type: 'string' },
        revision: { type: 'integer' },
        position: { type: 'integer' },
        queryCode: {
          type: 'string',
          description: 'Of a registered case, for the petitioner: shown here and nowhere else.',
        },
        opened: {
          type: 'array',
          description: 'Of a recorded read of personal data: what was sealed, by entry and JSON Pointer.',
          items: {
            type: 'object',
            required: ['entry', 'type', 'fields'],
            properties: {
              entry: { type: 'integer' },
              type: { type: 'string' },
              fields: {
                type: 'object',
                description: 'null where the key of the person has been destroyed',
                additionalProperties: { type: ['string', 'null'] },
              },
            },
          },
        },
      },
    },
  },
};

/** The OpenAPI 3.1 description, from the same tables that the routes come from. */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {};
  const add = (path: string, method: string, operation: Json): void => {
    paths[path] = { ...paths[path], [method]: operation };
  };
  for (const route of COMMAND_ROUTES) {
    const named = route.begins && SERVER_NAMED.includes(route.path);
    if (named) add(`/api/v1/${route.path}`, 'post', commandOperation(route, []));
    else add(`/api/v1/${route.path}/{id}/${route.slug}`, 'post', commandOperation(route, [pathId]));
  }
  for (const route of READ_ROUTES) add(`/api/v1${route.path}`, 'get', readOperation(route));
  Object.assign(paths, attachmentPaths, publicPaths);
  add('/api/v1/stream', 'get', STREAM);
  for (const { path, method, operation } of open311Operations) add(path, method, operation);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Huiyin 回音',
      version: '1',
      description: 'Every case has an owner, a clock and an answer. 件件有着落，事事有回音。',
    },
    paths,
    components: COMPONENTS,
  };
}
