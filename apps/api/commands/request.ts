import type { CommandEnvelope } from '@huiyin/command-handler';
import { formOf } from '@huiyin/domain';
import { deterministicId, inReach, isUuid, jsonPointer } from '@huiyin/kernel';
import { hash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Viewer } from '@huiyin/access';
import { z } from 'zod';
import { apiProblem, ProblemError } from '../problems/problem';
import { SERVER_NAMED, type CommandRoute } from './routes';

const HEADER_CHARS_MAX = 200;
const ISSUES_TOLD_MAX = 20;
const DEFAULT_ACTOR = 'clerk';
const OWN_ACTORS = 'system:';
const AGGREGATE_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

type WithHeaders = Pick<FastifyRequest, 'headers'>;

export function header(request: WithHeaders, name: string, chars_max = HEADER_CHARS_MAX): string | undefined {
  const value = request.headers[name];
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string' || value.length > chars_max || !/^[\x20-\x7e]+$/.test(value)) {
    throw new ProblemError(
      apiProblem(
        'invalid-request',
        `${name} must be one printable ASCII value of at most ${chars_max} characters`,
      ),
    );
  }
  return value;
}

export interface Sender {
  actor: string;
  /** The same for the same Idempotency-Key of the same actor. */
  commandId: string;
}

/** Who sends a write, and the id that makes a repeat of it harmless. */
export function senderOf(request: WithHeaders, { actor: account }: Viewer): Sender {
  const key = header(request, 'idempotency-key');
  if (key === undefined) throw new ProblemError(apiProblem('idempotency-key-missing'));
  const actor = account ?? DEFAULT_ACTOR;
  if (actor.startsWith(OWN_ACTORS)) {
    throw new ProblemError(
      apiProblem('invalid-request', `Huiyin-Actor: ${OWN_ACTORS}… are Huiyin's own services`),
    );
  }
  return { actor, commandId: deterministicId('http', actor, key) };
}

/** The request as a command: checked against the command's schema, with the id that makes a repeat harmless. */
export function toEnvelope(
  route: CommandRoute,
  id: string | undefined,
  request: Pick<FastifyRequest, 'headers' | 'body'>,
  viewer: Viewer,
): CommandEnvelope {
  const { actor, commandId } = senderOf(request, viewer);
  const occurredAt = occurredAtOf(request);
  // First: what the form lets through is nested no deeper than the form.
  const data = parse(route, request.body);
  const told = jsonOf([route.path, id ?? null, route.type, occurredAt ?? null, request.body ?? null]);
  assertStorable(told);
  return {
    aggregate: route.aggregate,
    id: id === undefined ? newId(route, data, commandId) : checkedId(route, id),
    type: route.type,
    data,
    commandId,
    actor,
    office: viewer.office,
    occurredAt,
    expectedRevision: route.begins ? undefined : expectedRevision(request),
    correlationId: header(request, 'x-correlation-id') ?? commandId,
    traceparent: header(request, 'traceparent'),
    requestHash: hash('sha256', told, 'base64url'),
  };
}

const newId = ({ path, aggregate, type }: CommandRoute, data: unknown, commandId: string): string =>
  aggregate.idFor?.({ type, data }) ?? deterministicId(path, commandId);

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    throw new ProblemError(apiProblem('invalid-request', 'the body is nested too deeply'));
  }
}

function checkedId(route: CommandRoute, id: string): string {
  const valid = SERVER_NAMED.includes(route.path) ? isUuid(id) : AGGREGATE_ID.test(id);
  if (valid) return id;
  throw new ProblemError(apiProblem('not-found'));
}

/** NUL and halves of surrogate pairs: valid in JSON, and no database or index keeps them as text. */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/;

function assertStorable(json: string): void {
  if (!json.includes('\\u') || !UNSTORABLE.test(json)) return;
  throw new ProblemError(
    apiProblem('invalid-request', 'texts must be Unicode without NUL and without lone surrogates'),
  );
}

function parse(route: CommandRoute, body: unknown): unknown {
  const parsed = formOf(route.aggregate, route.type).safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues
    .slice(0, ISSUES_TOLD_MAX)
    .map(({ path, message }) => ({ pointer: jsonPointer(path), message }));
  throw new ProblemError(
    apiProblem('invalid-request', errors.map(({ pointer, message }) => `${pointer}: ${message}`).join('; '), {
      errors,
    }),
  );
}

const instant = z.iso.datetime({ offset: true }).refine(...inReach);

/** When it happened, if the clerk records it later. */
function occurredAtOf(request: WithHeaders): string | undefined {
  const given = header(request, 'huiyin-occurred-at');
  if (given === undefined || instant.safeParse(given).success) return given;
  throw new ProblemError(
    apiProblem('invalid-request', 'Huiyin-Occurred-At must be an ISO 8601 instant with an offset'),
  );
}

/** `"7"`, or `*` for "whatever it is now". */
function expectedRevision(request: WithHeaders): number | undefined {
  const match = header(request, 'if-match');
  if (match === undefined) throw new ProblemError(apiProblem('if-match-missing'));
  if (match === '*') return undefined;
  const revision = /^"(\d{1,9})"$/.exec(match)?.[1];
  if (revision !== undefined) return Number(revision);
  throw new ProblemError(
    apiProblem('invalid-request', 'If-Match must be the ETag of the record, for example "7", or *'),
  );
}
