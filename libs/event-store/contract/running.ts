import type { AppendResult, EventStore } from '../port';

/** The store of the test that runs. */
export type Running = () => EventStore;

type Appended = AppendResult & { status: 'appended' | 'repeated' };

export function appended(result: AppendResult): Appended {
  if (result.status !== 'appended') throw new Error(`expected appended, was ${JSON.stringify(result)}`);
  return result;
}
