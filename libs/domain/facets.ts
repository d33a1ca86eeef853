/** Only counters and lists of the past: two states that differ in nothing else take the same steps. */
const PAST = new Set([
  'breached',
  'faults',
  'returns',
  'openedAt',
  'version',
  'disputes',
  'openDisputes',
  'files',
  'received',
  'placings',
  'talks',
  'receiver',
  'kinds',
  'made',
  'left_yuan',
  'practices',
]);

/** Of a list only how long it is, up to this: what is on it takes the same steps, and numbers on it never end. */
const LENGTH_MAX = 3;

/** What is numbered without end: of it only in which statuses there is one. */
const NUMBERED = new Set(['requests', 'items', 'awards']);

const statusesIn = (numbered: unknown): string[] =>
  [
    ...new Set(Object.values(numbered as Record<string, { status: string }>).map(({ status }) => status)),
  ].sort();

function shown(key: string, value: unknown): unknown {
  if (PAST.has(key)) return undefined;
  if (NUMBERED.has(key)) return statusesIn(value).join(' ');
  return Array.isArray(value) ? Math.min(value.length, LENGTH_MAX) : value;
}

const keys = new WeakMap<object, string>();

/** A part that a step leaves alone stays the same object: what it shows is written out once. */
function keyOf(state: object): string {
  let key = keys.get(state);
  if (key === undefined) keys.set(state, (key = JSON.stringify(state, shown)));
  return key;
}

/**
 * What a state shows, piece by piece. A search looks at a state when a piece of it is new: each part of a case is seen
 * in each status, and the parts do not multiply each other.
 */
export function facets(state: { status: string; parts?: Readonly<Record<string, object>> }): string[] {
  const { parts, ...own } = state;
  const beside = Object.entries(parts ?? {}).map(([name, part]) => `${own.status} ${name} ${keyOf(part)}`);
  return [keyOf(own), ...beside];
}

/** States whose every piece has been shown before are passed over. */
export function createNovelty(): { of(state: Parameters<typeof facets>[0]): boolean; size(): number } {
  const seen = new Set<string>();
  return {
    of(state) {
      const fresh = facets(state).filter((facet) => !seen.has(facet));
      fresh.forEach((facet) => seen.add(facet));
      return fresh.length > 0;
    },
    size: () => seen.size,
  };
}
