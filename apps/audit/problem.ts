import { LogDamaged } from '@huiyin/audit';
import { AUDIT_PROBLEMS } from '@huiyin/runtime';
import { HttpException } from '@nestjs/common';

/** RFC 9457 problem details. */
const PROBLEMS = {
  'invalid-request': { status: 400, title: 'The request does not have the required form.' },
  ...AUDIT_PROBLEMS,
} as const;

export function problem(code: keyof typeof PROBLEMS, detail: string): HttpException {
  const { status, title } = PROBLEMS[code];
  return new HttpException({ type: `/problems/${code}`, title, status, detail, code }, status);
}

/** What the audit log cannot answer, as a problem. */
export async function answering<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RangeError) throw problem('not-in-the-log', error.message);
    if (error instanceof LogDamaged) throw problem('log-damaged', error.message);
    throw error;
  }
}

const WHOLE = /^(0|[1-9]\d{0,15})$/;

/** A whole number from a query; undefined where it is not given and need not be. */
export function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!WHOLE.test(text)) throw problem('invalid-request', `${name} is not a whole number`);
  return Number(text);
}

export function needed<Value>(name: string, value: Value | undefined): Value {
  if (value === undefined) throw problem('invalid-request', `${name} is missing`);
  return value;
}
