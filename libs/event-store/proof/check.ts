import type { Attempt, History, Place } from './history';

export type LogPromise =
  | 'contiguous positions'
  | 'stream order'
  | 'acknowledged = stored'
  | 'stored = acknowledged'
  | 'one effect per command'
  | 'expected revision'
  | 'no failure'
  | 'followers see the log';

export interface Violation {
  promise: LogPromise;
  detail: string;
}

type Check = (history: History) => string[];

/** Every promise of the log, each checked on what outsiders saw. */
const CHECKS: Record<LogPromise, Check> = {
  'contiguous positions': ({ log }) =>
    log.flatMap(({ position }, index) =>
      position === index + 1 ? [] : [`position ${position} where ${index + 1} belongs`],
    ),
  'stream order': ({ log }) => {
    const next = new Map<string, number>();
    return log.flatMap(({ stream, revision, position }) => {
      const expected = next.get(stream) ?? 0;
      next.set(stream, revision + 1);
      return revision === expected
        ? []
        : [`${stream} has revision ${revision} at ${position}, not ${expected}`];
    });
  },
  'acknowledged = stored': ({ attempts, log }) => {
    const byPosition = new Map(log.map((place) => [place.position, place]));
    return attempts.flatMap((attempt) => unlikeStored(attempt, byPosition));
  },
  'stored = acknowledged': ({ attempts, log }) => {
    const acknowledged = new Set(attempts.filter(isStored).map(({ commandId }) => commandId));
    return log
      .filter(({ commandId }) => !acknowledged.has(commandId))
      .map(({ id }) => `${id} was stored but never acknowledged`);
  },
  'one effect per command': ({ attempts, log }) => [
    ...repeated(log.map(({ id }) => id)).map((id) => `event ${id} is stored twice`),
    ...repeated(
      attempts.filter(({ heard }) => heard.status === 'appended').map(({ commandId }) => commandId),
    ).map((id) => `command ${id} was appended twice`),
  ],
  'expected revision': ({ attempts, log }) => {
    const byId = new Map(log.map((place) => [place.id, place]));
    return attempts.flatMap((attempt) => againstExpectation(attempt, byId));
  },
  'no failure': ({ attempts }) =>
    attempts.flatMap(({ heard }) => (heard.status === 'failed' ? [heard.error] : [])),
  'followers see the log': ({ followers, log }) =>
    followers.flatMap((seen, index) => unlikeLog(seen, log, index)),
};

export function violations(history: History): Violation[] {
  return Object.entries(CHECKS).flatMap(([promise, check]) =>
    check(history).map((detail) => ({ promise: promise as LogPromise, detail })),
  );
}

const isStored = ({ heard }: Attempt): boolean => heard.status === 'appended' || heard.status === 'repeated';

function unlikeStored(
  { asked, heard, commandId }: Attempt,
  byPosition: ReadonlyMap<number, Place>,
): string[] {
  if (heard.status === 'failed' || heard.status === 'conflict') return [];
  const expected = asked.flatMap(({ ids }) => ids);
  const stored: Place[] = [];
  for (let position = heard.first; position <= heard.last; position++) {
    const place = byPosition.get(position);
    if (place) stored.push(place);
  }
  const last: Record<string, number> = {};
  for (const { stream, revision } of stored) last[stream] = revision;
  const problems: string[] = [];
  if (stored.map(({ id }) => id).join() !== expected.join())
    problems.push(`${commandId}: other events at ${heard.first}–${heard.last}`);
  const revisions = (all: Record<string, number>): string => JSON.stringify(Object.entries(all).sort());
  if (revisions(last) !== revisions(heard.revisions))
    problems.push(`${commandId}: other revisions than answered`);
  return problems;
}

function againstExpectation(
  { asked, heard, commandId }: Attempt,
  byId: ReadonlyMap<string, Place>,
): string[] {
  if (heard.status === 'conflict') {
    const part = asked.find(({ stream }) => stream === heard.stream);
    return part?.expectedRevision === heard.actualRevision
      ? [`${commandId}: refused although ${heard.stream} was as expected`]
      : [];
  }
  if (heard.status !== 'appended') return [];
  return asked.flatMap(({ stream, expectedRevision, ids }) => {
    const revision = byId.get(ids[0] ?? '')?.revision;
    if (expectedRevision === 'any' || revision === undefined) return [];
    const wanted = expectedRevision === 'none' ? 0 : expectedRevision + 1;
    return revision === wanted
      ? []
      : [`${commandId}: ${stream} expected ${expectedRevision}, written at ${revision}`];
  });
}

function unlikeLog(seen: readonly Place[], log: readonly Place[], index: number): string[] {
  const name = `follower ${index}`;
  const ids = new Set(seen.map(({ id }) => id));
  const missed = log
    .filter(({ id }) => !ids.has(id))
    .map(({ position }) => `${name} missed position ${position}`);
  const twice = repeated(seen.map(({ id }) => id)).map((id) => `${name} was given ${id} twice`);
  const unordered = seen.flatMap(({ position }, at) =>
    at > 0 && position <= seen[at - 1]!.position
      ? [`${name} was given ${position} after ${seen[at - 1]!.position}`]
      : [],
  );
  const stored = new Set(log.map(({ id }) => id));
  const unknown = [...ids].filter((id) => !stored.has(id));
  return [
    ...missed,
    ...twice,
    ...unordered,
    ...unknown.map((id) => `${name} was given ${id}, which is not in the log`),
  ];
}

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.has(value) || !seen.add(value));
}
