import { deterministicId } from '@huiyin/kernel';
import { StoreUnavailable, type AppendRequest, type ExpectedRevision } from '../port';
import { sampleEvent } from '../samples';
import { askedOf, type Attempt, type PlannedAppend, type WriterPlan } from './history';
import type { ProofStore } from './worker';

/** Cut connections are tried again with the same command id: its outcome is unknown until then. */
const TRIES_MAX = 200;

export async function write(store: ProofStore, plan: WriterPlan): Promise<Attempt[]> {
  const lanes = await Promise.all(plan.map((lane) => writeLane(store, lane)));
  return lanes.flat();
}

async function writeLane(store: ProofStore, lane: readonly PlannedAppend[]): Promise<Attempt[]> {
  const seen = new Map<string, number>();
  const attempts: Attempt[] = [];
  for (const planned of lane) {
    const request = requestOf(planned, seen);
    const { heard, tries } = await insist(store, request);
    attempts.push({ commandId: request.commandId, asked: askedOf(request), heard, tries });
    if (heard.status === 'conflict' && heard.actualRevision !== 'none')
      seen.set(heard.stream, heard.actualRevision);
    if (heard.status === 'appended')
      for (const [stream, revision] of Object.entries(heard.revisions)) seen.set(stream, revision);
  }
  return attempts;
}

function requestOf({ command, parts }: PlannedAppend, seen: ReadonlyMap<string, number>): AppendRequest {
  const commandId = deterministicId('command', command);
  return {
    commandId,
    streams: parts.map(({ stream: number, events, expected }) => {
      const stream = `case-${number}`;
      return {
        stream,
        expectedRevision: revisionOf(expected, seen.get(stream)),
        events: Array.from({ length: events }, (_, index) => {
          const { meta, ...rest } = sampleEvent({ index });
          return { ...rest, id: deterministicId(commandId, stream, index), meta: { ...meta, commandId } };
        }),
      };
    }),
  };
}

function revisionOf(
  expected: PlannedAppend['parts'][number]['expected'],
  seen: number | undefined,
): ExpectedRevision {
  if (expected === 'any' || expected === 'none') return expected;
  if (seen === undefined) return 'none';
  return expected === 'seen' ? seen : Math.max(0, seen - 1);
}

async function insist(store: ProofStore, request: AppendRequest): Promise<Pick<Attempt, 'heard' | 'tries'>> {
  for (let tries = 1; ; tries++) {
    try {
      return { heard: await store.append(request), tries };
    } catch (error) {
      if (error instanceof StoreUnavailable && tries < TRIES_MAX) continue;
      return { heard: { status: 'failed', error: String(error) }, tries };
    }
  }
}
