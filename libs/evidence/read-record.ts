import type { CaseRecord, Recorded } from './record';
import { spansOf } from './spans';

const SUCCESSIONS_MAX = 100;

/**
 * Reads what the evidence on a case is taken from. `streams`: those of the supervision orders and reviews about it.
 * Rejects as `readStream` does.
 */
export async function readCaseRecord(
  readStream: (stream: string) => Promise<readonly Recorded[]>,
  { caseId, streams, upTo }: { caseId: string; streams: readonly string[]; upTo: number },
): Promise<CaseRecord> {
  const [history, ...about] = await Promise.all([`case-${caseId}`, ...streams].map(readStream));
  const events = [...history!, ...about.flat()];
  const named = spansOf(events).map(({ office }) => office);
  const acting = events.map(({ meta }) => meta.office);
  const offices = await readOffices(readStream, new Set([...named, ...acting]));
  return { caseId, upTo, history: history!, about, offices };
}

/** The offices, and those that took over from them. */
async function readOffices(
  readStream: (stream: string) => Promise<readonly Recorded[]>,
  wanted: ReadonlySet<string>,
): Promise<CaseRecord['offices']> {
  const offices = new Map<string, readonly Recorded[]>();
  let next = [...wanted];
  for (let step = 0; next.length > 0 && step < SUCCESSIONS_MAX; step++) {
    const read = await Promise.all(next.map((office) => readStream(`office-${office}`)));
    next.forEach((office, index) => offices.set(office, read[index]!));
    next = read.flatMap(successorsIn).filter((office) => !offices.has(office));
  }
  return offices;
}

const successorsIn = (office: readonly Recorded[]): string[] =>
  office.flatMap(({ type, data }) =>
    type === 'OfficeSucceeded' ? [(data as { successor: string }).successor] : [],
  );
