import { subjectOfCase, type CaseEvents } from '@huiyin/domain';
import { isSealed, isUuid } from '@huiyin/kernel';
import { caseGuardOf, type Platform } from '@huiyin/runtime';
import { viewing } from '../access/viewing';
import type { FastifyRequest } from 'fastify';
import { apiProblem, ProblemError } from '../problems/problem';

export interface Download {
  bytes: Buffer;
  headers: Readonly<Record<string, string>>;
}

/** A file is handed out to be saved: no browser shows it, guesses what it is, or runs what is in it. */
const NEVER_INLINE = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** Rejects with the problem that the API answers: not found, erased, or damaged. */
export async function download(
  platform: Platform,
  caseId: string,
  attachment: string,
  { headers }: Pick<FastifyRequest, 'headers'>,
): Promise<Download> {
  const { store, attachments, privacy, log } = platform;
  const { viewer } = await viewing(platform, headers);
  const history = isUuid(caseId) ? await store.readStream(`case-${caseId}`) : [];
  if (!caseGuardOf(platform).maySeeHistory(viewer, history)) throw new ProblemError(apiProblem('not-found'));
  const told = history.find(
    ({ type, data }) =>
      type === 'FileAttached' && (data as CaseEvents['FileAttached']).attachment === attachment,
  );
  if (!told) throw new ProblemError(apiProblem('not-found'));
  const { type, sha256, name } = told.data as CaseEvents['FileAttached'];
  const subject = subjectOfCase(caseId, history[0]!.data);
  const read = await attachments.read({ id: attachment, caseId, subject, sha256 });
  if (read.status === 'erased') throw new ProblemError(apiProblem('attachment-erased'));
  if (read.status !== 'open') {
    log.error({ attachment, status: read.status }, 'an attachment is not what its event tells of');
    throw new ProblemError(apiProblem('internal'));
  }
  const opened = isSealed(name) ? await privacy.open(name, told) : undefined;
  const fileName = opened?.status === 'open' ? opened.text : attachment;
  return {
    bytes: read.bytes,
    headers: {
      ...NEVER_INLINE,
      'content-type': type,
      'content-disposition': `attachment; filename*=UTF-8''${extended(fileName)}`,
    },
  };
}

/** Nothing that a file system reads as a way somewhere else. */
const NO_NAME = /[\x00-\x1f\x7f"*/:<>?\\|]/g;

/** RFC 8187: what encodeURIComponent leaves and the header does not allow. */
const extended = (name: string): string =>
  encodeURIComponent(name.replace(NO_NAME, '_')).replace(
    /['()*!]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
