import { z } from 'zod';
import { PUBLIC_ACTIONS, type PublicAction } from '../public/routes';
import { header, problem, type Json } from './parts';

const code = header('Huiyin-Query-Code', 'As the receipt shows it; never in the address.', true);
const progress: Json = {
  '200': {
    description: 'Where the matter stands, what is owed until when, the answer; nothing about anyone else.',
    content: { 'application/json': {} },
  },
  '404': problem('There is no matter with this code.'),
  '429': problem('Too many requests from this address; Retry-After says when.'),
  '503': problem('The store is away; Retry-After says when.'),
};

const look: Json = {
  operationId: 'lookUpOwnCase',
  tags: ['public'],
  summary: "A petitioner's own matter, by query code",
  parameters: [code],
  responses: progress,
};

const actionOf = ({ slug, summary, form }: PublicAction): Json => ({
  operationId: `public-${slug}`,
  tags: ['public'],
  summary,
  parameters: [code, header('Idempotency-Key', 'Any text of your own.', true)],
  requestBody: { required: true, content: { 'application/json': { schema: formSchema(form) } } },
  responses: {
    ...progress,
    '400': problem('The request does not have the required form.'),
    '409': problem('The step is refused; `code` says why.'),
    '422': problem('The step is refused; `code` says why.'),
  },
});

function formSchema(form: z.ZodType): Json {
  const { $schema: _, ...schema } = z.toJSONSchema(form, { io: 'input' }) as Json;
  return schema;
}

const channels: Json = {
  operationId: 'publishedChannels',
  tags: ['public'],
  summary: 'How to reach the offices, and how to ask where a matter stands (Art. 18)',
  parameters: [],
  responses: {
    '200': { description: 'What each office has published.', content: { 'application/json': {} } },
    '429': problem('Too many requests from this address; Retry-After says when.'),
    '503': problem('The store is away; Retry-After says when.'),
  },
};

export const publicPaths: Readonly<Record<string, Json>> = {
  '/public/v1/channels': { get: channels },
  '/public/v1/case': { get: look },
  ...Object.fromEntries(
    PUBLIC_ACTIONS.map((action) => [`/public/v1/case/${action.slug}`, { post: actionOf(action) }]),
  ),
};
