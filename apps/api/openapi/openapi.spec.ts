import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { startApi, type TestApi } from '../api.fixture';
import { AttachmentsController } from '../attachments/attachments.controller';
import { CommandsController } from '../commands/commands.controller';
import { COMMAND_ROUTES } from '../commands/routes';
import { PublicController } from '../public/public.controller';
import { QueriesController } from '../queries/queries.controller';
import { StreamController } from '../stream/stream.controller';
import { openApiDocument } from './document';
import { OpenApiController } from './openapi.controller';
import { open311Operations } from './open311';

interface Operation {
  operationId: string;
  parameters: { name: string; in: string; required: boolean }[];
  requestBody?: { content: Partial<Record<string, { schema: object }>> };
  responses: Record<string, object>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
}

const document = openApiDocument() as unknown as Document;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);
/** OpenAPI 3.1's own schema, as published by the OpenAPI Initiative. */
const official = JSON.parse(
  readFileSync(require.resolve('@seriousme/openapi-schema-validator/schemas/v3.1/schema.json'), 'utf8'),
) as object;

test('the document is valid OpenAPI 3.1, each schema in it valid JSON Schema 2020-12', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: true });
  addFormats(ajv);
  ajv.addFormat('media-range', true);
  const validate = ajv.compile(official);
  expect({ valid: validate(document), errors: validate.errors }).toEqual({ valid: true, errors: null });
  expect(validate({ ...document, info: {} })).toBe(false);
  for (const { operation } of operations) {
    const schema = operation.requestBody?.content['application/json']?.schema;
    if (schema) expect(ajv.validateSchema(schema)).toBe(true);
  }
});

test('every method of Open311 is documented with what it reads', () => {
  expect(open311Operations.filter(({ known }) => !known)).toEqual([]);
  for (const { path, method } of open311Operations)
    expect(operations).toContainEqual(expect.objectContaining({ path, method }));
});

test('operation ids are unique, and the variable parts of a path are its parameters', () => {
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { path, operation } of operations) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const declared = operation.parameters.filter((one) => one.in === 'path').map(({ name }) => name);
    expect([path, declared]).toEqual([path, named]);
  }
});

/** What an office can fill in of it. */
const asSent = (example: unknown, own: readonly string[] = []): unknown =>
  Object.fromEntries(Object.entries(example as object).filter(([field]) => !own.includes(field)));

test('the forms in the document take every example of a command', () => {
  const ajv = new Ajv2020({ strict: false });
  addFormats(ajv);
  for (const { aggregate, type } of COMMAND_ROUTES) {
    const { operation } = operations.find(({ operation: one }) => one.operationId === type)!;
    const validate = ajv.compile(operation.requestBody!.content['application/json']!.schema);
    for (const example of aggregate.examples[type]!.map((one) => asSent(one, aggregate.ownFields?.[type])))
      expect({ type, valid: validate(example), errors: validate.errors }).toEqual({
        type,
        valid: true,
        errors: null,
      });
  }
});

describe('what is documented', () => {
  let api: TestApi;
  beforeAll(async () => void (api = await startApi()));
  afterAll(() => api.close());

  test('exists: every path answers, and an unknown one beside it does not', async () => {
    const known = { cases: randomUUID(), offices: 'housing', policies: 'xinfang-2022', calendars: 'cn' };
    for (const { path, method, operation } of operations) {
      const collection = path.split('/')[3] as keyof typeof known;
      const to = path
        .replace('{id}', known[collection] ?? randomUUID())
        .replace('{attachment}', randomUUID())
        .replace('{format}', 'json')
        .replace(/\{\w+\}/, 'x');
      if (operation.operationId === 'streamPositions') continue;
      const answer = await api.call(method.toUpperCase(), to, method === 'post' ? { body: {} } : {});
      const documented = Object.keys(operation.responses).map(Number);
      expect({ path, code: answer.body?.['code'] }).not.toEqual({ path, code: 'unknown-command' });
      // Whoever has no code is told nothing else, whatever they send.
      if (path.startsWith('/public/v1/case')) expect([path, answer.status]).toEqual([path, 404]);
      else if (method === 'post' && !path.startsWith('/open311/'))
        expect([path, answer.status, answer.body['code']]).toEqual([path, 400, 'idempotency-key-missing']);
      expect({ path, documented }).toEqual({ path, documented: expect.arrayContaining([answer.status]) });
    }
    expect((await api.get('/api/v1/dragons')).status).toBe(404);
  });

  test('is what the document served says', async () => {
    const served = await api.get<Document>('/openapi.json');
    expect(served.headers['content-type']).toMatch(/^application\/json/);
    expect(served.body).toEqual(JSON.parse(JSON.stringify(document)));
  });

  test('can be browsed: the page, its script and its style are served from here', async () => {
    const page = await api.get('/docs');
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    const assets = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!);
    expect(assets).toHaveLength(2);
    for (const address of assets) {
      const { status, text } = await api.get(address);
      expect({ address, status, empty: text.length < 1_000 }).toEqual({ address, status: 200, empty: false });
    }
  });
});

test('what exists is documented: no controller has a route that the document leaves out', () => {
  const controllers = [
    PublicController,
    AttachmentsController,
    CommandsController,
    QueriesController,
    StreamController,
    OpenApiController,
  ];
  const routes = controllers.flatMap((controller) => {
    const base = Reflect.getMetadata(PATH_METADATA, controller) as string;
    const methods = Object.getOwnPropertyNames(controller.prototype).filter((name) => name !== 'constructor');
    return methods.flatMap((name) => {
      const handler = (controller.prototype as unknown as Record<string, object>)[name]!;
      const own = Reflect.getMetadata(PATH_METADATA, handler) as string | undefined;
      const verb = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod;
      return own === undefined ? [] : [`${RequestMethod[verb]} ${addressOf(base, own)}`];
    });
  });
  // The general ones are served from the tables that the document is made of; the others have to be in it by name.
  const general = [
    'POST public/v1/case/:action',
    'POST api/v1/:collection',
    'POST api/v1/:collection/:id/:command',
    'GET api/v1/*',
  ];
  const documented = operations.map(({ path, method }) => `${method.toUpperCase()} ${path.slice(1)}`);
  const aboutTheApi = ['GET openapi.json', 'GET docs', 'GET docs/:asset', 'GET problems/:code'];
  const left = routes.filter((route) => ![...general, ...documented, ...aboutTheApi].includes(route));
  expect(left).toEqual([]);
});

/** `cases/:id/attachments` as `cases/{id}/attachments`, for what is in the document by name. */
function addressOf(base: string, own: string): string {
  const address = [base, own]
    .join('/')
    .replace(/\/+/g, '/')
    .replace(/^\/|\/$/g, '');
  const named = address.replace(/:(\w+)/g, '{$1}');
  return document.paths[`/${named}`] ? named : address;
}
