import { FILE_BYTES_MAX, FILE_TYPES } from '@huiyin/attachments';
import { header, pathId, problem, written, WRITE_HEADERS, type Json } from './parts';

const binary = { schema: { type: 'string', format: 'binary' } };

const attach: Json = {
  operationId: 'AttachFile',
  tags: ['cases'],
  summary: 'attach a file',
  description: `The body is the file, at most ${FILE_BYTES_MAX} bytes. It is sealed under the petitioner's key before it is kept.`,
  parameters: [
    pathId,
    ...WRITE_HEADERS,
    header('If-Match', 'The ETag last seen, or *.', true),
    header('Huiyin-File-Name', 'What it is called, in percent-encoded UTF-8; sealed like the file.', false),
  ],
  requestBody: {
    required: true,
    content: Object.fromEntries(FILE_TYPES.map((type) => [type, binary])),
  },
  responses: {
    '201': { ...written, description: 'Kept. Location is where it is read.' },
    '400': problem('The request does not have the required form.'),
    '404': problem('There is no such case.'),
    '409': problem('The step is refused; `code` says why.'),
    '412': problem('The record has changed since.'),
    '413': problem('The file is too large.'),
    '415': problem('Files of this type are not taken.'),
    '422': problem('The file is not what its Content-Type says, or the key was used for another.'),
    '428': problem('If-Match is missing.'),
    '503': problem('Too busy or the store is away; Retry-After says when.'),
  },
};

const read: Json = {
  operationId: 'readAttachment',
  tags: ['cases'],
  summary: 'A file, to be saved: no browser shows it',
  parameters: [pathId, { ...pathId, name: 'attachment' }],
  responses: {
    '200': {
      description: 'The file.',
      content: Object.fromEntries(FILE_TYPES.map((type) => [type, binary])),
    },
    '404': problem('There is no such case or file.'),
    '410': problem('The file is gone with the key of the person whose it was.'),
    '503': problem('The store is away; Retry-After says when.'),
  },
};

export const attachmentPaths: Readonly<Record<string, Json>> = {
  '/api/v1/cases/{id}/attachments': { post: attach },
  '/api/v1/cases/{id}/attachments/{attachment}': { get: read },
};
