import type { Problem } from '../problems/problem';

/** One entry of an answer that is not what was asked for (GeoReport v2, "Errors"). */
export interface ErrorEntry {
  /** Like the HTTP status. */
  code: number;
  /** Meant to be seen by the user. */
  description: string;
}

/** 404 for what does not exist, 403 for the api_key, 406 for a format; 400 for anything else that the client can mend. */
export type ErrorStatus = 400 | 403 | 404 | 406 | 500 | 503;

export class Open311Error extends Error {
  readonly entries: readonly ErrorEntry[];

  constructor(
    readonly status: ErrorStatus,
    ...descriptions: readonly string[]
  ) {
    super(descriptions.join(' '));
    this.entries = descriptions.map((description) => ({ code: status, description }));
  }
}

/** What the rest of the API would answer as a problem. */
export function fromProblem({ status, title, detail }: Problem): Open311Error {
  // What the domain refuses says its title in the detail again, with article and facts.
  const text = detail === undefined ? title : detail.startsWith(title) ? detail : `${title} ${detail}`;
  if (status === 404 || status === 403 || status === 500 || status === 503)
    return new Open311Error(status, text);
  return new Open311Error(400, text);
}
