import { articleInEnglish, REFUSALS, type Refusal, type RefusalCode, type RefusalText } from '@huiyin/domain';
import { AUDIT_PROBLEMS, TRANSPORT_PROBLEMS } from '@huiyin/runtime';
import { inLanguage, type Language } from './language';
import { TITLES_ZH } from './titles-zh';

/** RFC 9457 problem details; `type` is the stable address of the code's explanation. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  code: string;
  [extension: string]: unknown;
}

/** Problems of the interface itself; what the domain refuses has its own closed list. */
export const API_PROBLEMS = {
  ...TRANSPORT_PROBLEMS,
  ...AUDIT_PROBLEMS,
  'not-found': { status: 404, title: 'There is nothing at this address.' },
  'not-identified': { status: 401, title: 'The API needs to know who asks.' },
  'viewer-unknown': {
    status: 403,
    title: 'No office and no role that may look here is known for whoever asks.',
  },
  'unknown-command': { status: 404, title: 'There is no such command.' },
  'malformed-body': { status: 400, title: 'The body is not valid JSON.' },
  'invalid-request': { status: 400, title: 'The request does not have the required form.' },
  'body-too-large': { status: 413, title: 'The body is too large.' },
  'unsupported-media-type': { status: 415, title: 'The body must be application/json.' },
  'idempotency-key-missing': { status: 400, title: 'A write needs an Idempotency-Key header.' },
  'idempotency-key-reused': { status: 422, title: 'This Idempotency-Key was used for another request.' },
  'if-match-missing': { status: 428, title: 'A change needs an If-Match header with the ETag last seen.' },
  'revision-stale': { status: 412, title: 'The record has changed since the ETag in If-Match.' },
  'attachment-type': { status: 415, title: 'Files of this type are not taken.' },
  'attachment-content': { status: 422, title: 'The file is not what its Content-Type says.' },
  'attachment-erased': { status: 410, title: 'The file is gone with the key of the person whose it was.' },
  'report-unknown': { status: 404, title: 'There is no such report.' },
  'report-to-come': { status: 404, title: 'The period of the report has not begun.' },
  'report-empty': { status: 404, title: 'Nothing is recorded in the period of the report.' },
  'too-many-requests': { status: 429, title: 'Too many requests from this address; try again shortly.' },
  contended: { status: 409, title: 'Others are changing the record; try again.' },
  'too-busy': { status: 503, title: 'Too many requests are waiting; try again shortly.' },
  'store-unavailable': { status: 503, title: 'The event store cannot be reached; try again shortly.' },
  'view-behind': { status: 503, title: 'The view has not reached that position yet; try again shortly.' },
  'figure-suppressed': {
    status: 422,
    title: 'The cases behind a number about people are opened with exact=true: not for publication.',
  },
  internal: { status: 500, title: 'Something went wrong here; nothing was written.' },
} as const;

export type ApiProblemCode = keyof typeof API_PROBLEMS;

/** Thrown by the edge, answered by the filter. */
export class ProblemError extends Error {
  constructor(
    readonly problem: Problem,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(problem.code);
  }
}

export const PROBLEM_PATH = '/problems/';

export function apiProblem(code: ApiProblemCode, detail?: string, extensions: object = {}): Problem {
  const { status, title } = API_PROBLEMS[code];
  return { type: `${PROBLEM_PATH}${code}`, title, status, detail, code, ...extensions };
}

/** What the domain refuses, told in the reader's language when it leaves. */
export class Refused extends ProblemError {
  constructor(readonly refusal: Refusal) {
    super(refusalProblem(refusal));
  }
}

/** What was refused: the reason as title, and in the detail with its article and its facts. */
export function refusalProblem(refusal: Refusal, language: Language = 'en'): Problem {
  const { code, facts, errors } = refusal;
  const { status, article = refusal.article, ...texts }: RefusalText = REFUSALS[code];
  const title = inLanguage(texts, language);
  const named = article && (language === 'zh-CN' ? article : articleInEnglish(article));
  const told = Object.entries(facts ?? {}).map(([name, value]) => `${name}: ${value}`);
  const detail = [title, named && `(${named})`, told.length > 0 && `[${told.join(', ')}]`];
  return {
    type: `${PROBLEM_PATH}${code}`,
    title,
    status,
    detail: detail.filter(Boolean).join(' '),
    code,
    article: named,
    ...(facts && { facts }),
    ...(errors && { errors }),
  };
}

/** The same problem for a reader of that language; the detail of a bad request names fields and stays as it is. */
export function inReadersLanguage(problem: Problem, language: Language): Problem {
  const { code } = problem;
  if (language === 'en' || !Object.hasOwn(API_PROBLEMS, code)) return problem;
  return { ...problem, title: TITLES_ZH[code as ApiProblemCode] };
}

/** The text behind a problem's `type`. */
export function explainProblem(code: string, language: Language): Problem | undefined {
  if (Object.hasOwn(REFUSALS, code)) return refusalProblem({ code: code as RefusalCode }, language);
  if (!Object.hasOwn(API_PROBLEMS, code)) return undefined;
  return inReadersLanguage(apiProblem(code as ApiProblemCode), language);
}
