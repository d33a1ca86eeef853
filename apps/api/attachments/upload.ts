import { isFileType, isWhatItClaims, type FileType } from '@huiyin/attachments';
import type { Executed } from '@huiyin/command-handler';
import { aggregates, subjectOfCase } from '@huiyin/domain';
import { deterministicId, isUuid } from '@huiyin/kernel';
import { caseGuardOf, type Platform } from '@huiyin/runtime';
import type { FastifyRequest } from 'fastify';
import { viewing } from '../access/viewing';
import { header, senderOf, toEnvelope } from '../commands/request';
import type { CommandRoute } from '../commands/routes';
import { apiProblem, ProblemError } from '../problems/problem';

/** `AttachFile` says what was kept, so that only the upload gives it: there is no form for it. */
const ATTACH: CommandRoute = {
  path: 'cases',
  aggregate: aggregates.cases,
  type: 'AttachFile',
  slug: 'attachments',
  begins: false,
};
/** The file's name in percent-encoded UTF-8: a Chinese character takes nine. */
const NAME = 'huiyin-file-name';
const NAME_CHARS_MAX = 1_800;

export interface Uploaded {
  attachment: string;
  sha256: string;
  commandId: string;
  outcome: Executed;
}

/** Keeps the file sealed, then records it; a file whose record is refused is not kept. */
export async function upload(platform: Platform, caseId: string, request: FastifyRequest): Promise<Uploaded> {
  const { store, attachments, execute } = platform;
  const { viewer } = await viewing(platform, request.headers);
  const { commandId } = senderOf(request, viewer);
  const type = await typeOf(request);
  const name = nameOf(request);
  const history = isUuid(caseId) ? await store.readStream(`case-${caseId}`) : [];
  if (!caseGuardOf(platform).maySeeHistory(viewer, history)) throw new ProblemError(apiProblem('not-found'));
  const attachment = deterministicId('attachment', caseId, commandId);
  const bytes = request.body as Buffer;
  const subject = subjectOfCase(caseId, history[0]!.data);
  const kept = await attachments.keep({ id: attachment, caseId, subject, bytes });
  if (kept === 'other') throw new ProblemError(apiProblem('idempotency-key-reused'));
  const { sha256, repeated } = kept;
  let written = false;
  try {
    const body = { attachment, name, type, size_bytes: bytes.length, sha256 };
    const outcome = await execute(toEnvelope(ATTACH, caseId, { headers: request.headers, body }, viewer));
    written = outcome.status === 'done' || outcome.status === 'repeated';
    return { attachment, sha256, commandId, outcome };
  } catch (error) {
    // What cannot be told apart from a write that succeeded is kept: a repeat of the request finds it.
    written = !(error instanceof ProblemError);
    throw error;
  } finally {
    if (!written && !repeated) await attachments.discard(attachment);
  }
}

async function typeOf({ headers, body }: FastifyRequest): Promise<FileType> {
  const type = (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
  if (!isFileType(type) || !Buffer.isBuffer(body)) throw new ProblemError(apiProblem('attachment-type'));
  if (!(await isWhatItClaims(body, type))) throw new ProblemError(apiProblem('attachment-content'));
  return type;
}

function nameOf(request: FastifyRequest): string | undefined {
  const given = header(request, NAME, NAME_CHARS_MAX);
  try {
    return given && decodeURIComponent(given);
  } catch {
    throw new ProblemError(apiProblem('invalid-request', 'Huiyin-File-Name must be percent-encoded UTF-8'));
  }
}
