/* What the operations of the OpenAPI document are made of. */

export type Json = Record<string, unknown>;

export const header = (name: string, description: string, required: boolean): Json => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
});

export const pathId: Json = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };

export const problem = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

export const written: Json = {
  description:
    'Written. ETag is the new revision, Huiyin-Position its place in the log. The audit log redeems Huiyin-Command for a proof: GET /audit/receipt/{Huiyin-Command}.',
  headers: {
    ETag: { schema: { type: 'string' } },
    'Huiyin-Position': { schema: { type: 'integer' } },
    'Huiyin-Command': { schema: { type: 'string', format: 'uuid' } },
  },
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Written' } } },
};

export const WRITE_HEADERS = [
  header(
    'Idempotency-Key',
    'Any text of your own; the same key sent again is answered as the first time.',
    true,
  ),
  header('Huiyin-Office', 'The office acted for; default: the office that owes the step.', false),
  header('Huiyin-Actor', 'The account that acts.', false),
  header('Huiyin-Occurred-At', 'ISO 8601 instant at which it happened, if recorded later.', false),
];
