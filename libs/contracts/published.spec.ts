import specs from '@asyncapi/specs';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { breakingChanges } from './breaking-changes';
import { jsonSchemaOf, MESSAGE_TYPES, type JsonSchema } from './json-schema';
import { ASYNCAPI_FILE, brokenContracts, checkedIn, generated, writeContracts } from './published';
import { schemaUri } from './topics';

const folder = __dirname;
if (process.env['HUIYIN_WRITE_CONTRACTS']) writeContracts(folder);

describe('what is published', () => {
  it('is not broken by what the code says now', () => {
    expect(brokenContracts(checkedIn(folder), generated())).toEqual([]);
  });

  it('is what the code says now; if not: HUIYIN_WRITE_CONTRACTS=1 npm test -- libs/contracts', () => {
    expect(Object.fromEntries(checkedIn(folder))).toEqual(Object.fromEntries(generated()));
  });

  it('notices a contract that is gone', () => {
    const before = generated();
    const after = new Map(before);
    after.delete('schemas/huiyin.case.closed.v1.json');
    expect(brokenContracts(before, after)).toEqual([
      'schemas/huiyin.case.closed.v1.json: was published and is gone',
    ]);
  });

  it.each(MESSAGE_TYPES)('%s is a schema that compiles', (type) => {
    const ajv = addFormats(new Ajv2020({ strict: true, allErrors: true }));
    const validate = ajv.compile(jsonSchemaOf(type));
    expect(validate({})).toBe(false);
    expect(ajv.getSchema(schemaUri(type))).toBe(validate);
  });
});

describe('a change of a published schema', () => {
  const V1 = z.object({
    a: z.string(),
    b: z.int().optional(),
    c: z.enum(['x', 'y']),
    d: z.array(z.object({ e: z.string() })),
    f: z.discriminatedUnion('g', [z.object({ g: z.literal('h') }), z.object({ g: z.literal('i') })]),
  });
  const schema = (type: z.ZodType) => z.toJSONSchema(type, { io: 'input' }) as JsonSchema;
  const from = (type: z.ZodType) => breakingChanges(schema(V1), schema(type));

  it('may add an optional field, at any depth', () => {
    const d = z.array(z.object({ e: z.string(), more: z.string().optional() }));
    expect(from(V1.extend({ d, extra: z.int().optional() }))).toEqual([]);
  });

  it.each([
    ['removes a field', V1.omit({ a: true }), '/a: was removed'],
    ['removes an optional field', V1.omit({ b: true }), '/b: was removed'],
    ['makes an optional field required', V1.extend({ b: z.int() }), '/b: was optional, is required'],
    ['makes a field optional', V1.extend({ a: z.string().optional() }), '/a: was always there, is optional'],
    ['adds a required field', V1.extend({ z: z.string() }), '/z: is new and required'],
    ['changes a type', V1.extend({ a: z.number() }), '/a: type was "string", is "number"'],
    ['removes a value', V1.extend({ c: z.enum(['x']) }), '/c: enum was ["x","y"], is ["x"]'],
    ['adds a value', V1.extend({ c: z.enum(['x', 'y', 'z']) }), '/c: enum was'],
    ['changes what a list holds', V1.extend({ d: z.array(z.object({ e: z.int() })) }), '/d/*/e: type was'],
    [
      'changes an alternative',
      V1.extend({ f: z.discriminatedUnion('g', [z.object({ g: z.literal('h') })]) }),
      '/f: the alternatives of oneOf are others',
    ],
  ])('breaks subscribers when it %s', (_, changed, message) => {
    expect(from(changed).some((change) => change.startsWith(message))).toBe(true);
  });
});

describe('the AsyncAPI document', () => {
  const document = JSON.parse(checkedIn(folder).get(ASYNCAPI_FILE)!) as Record<string, never>;

  it("keeps AsyncAPI 3.0's own schema", () => {
    const ajv = addFormats(new Ajv({ strict: false, meta: false, validateSchema: false }));
    const validate = ajv.compile(specs.schemas['3.0.0']);
    validate(document);
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ ...(document as object), channels: { x: { address: 5 } } })).toBe(false);
  });

  it('refers only to what is there', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref!);
    expect(refs.length).toBeGreaterThan(2 * MESSAGE_TYPES.length);
    const missing = refs.filter((ref) =>
      ref.startsWith('#/')
        ? ref
            .slice(2)
            .split('/')
            .reduce<unknown>((node, key) => (node as Record<string, unknown>)?.[key], document) === undefined
        : !existsSync(path.join(folder, ref)),
    );
    expect(missing).toEqual([]);
  });
});
