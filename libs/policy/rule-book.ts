import type { RuleBook } from './duty';
import type { Instant, PolicyPack, WorkCalendar } from './pack';
import { dateOf } from './work-days';
import { localDay } from './zone-time';

export class UnknownRules extends Error {
  constructor(
    readonly kind: 'policy pack' | 'calendar',
    readonly ref: string,
  ) {
    super(`unknown ${kind}: ${ref}`);
  }
}

interface Versioned {
  id: string;
  version: number;
}

/** `id@version`, as it is stamped on events and deadlines. */
export const refOf = ({ id, version }: Versioned): string => `${id}@${version}`;

function index<T extends Versioned>(kind: UnknownRules['kind'], all: readonly T[]): (ref: string) => T {
  const byRef = new Map<string, T>();
  for (const one of [...all].sort((a, b) => a.version - b.version))
    byRef.set(refOf(one), one).set(one.id, one);
  return (ref) => {
    const found = byRef.get(ref);
    if (!found) throw new UnknownRules(kind, ref);
    return found;
  };
}

export function ruleBook(packs: readonly PolicyPack[], calendars: readonly WorkCalendar[]): RuleBook {
  const pack = index('policy pack', packs);
  return {
    pack,
    packs: () => [...new Set(packs.map(({ id }) => id))].sort().map(pack),
    calendar: index('calendar', calendars),
  };
}

function found<T>(find: () => T): T | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof UnknownRules) return undefined;
    throw error;
  }
}

/** What has been adopted, to look up by `id@version`, or by `id` for the newest: what a pack may lean on. */
export const adoptedIn = (rules: RuleBook) => ({
  packs: (ref: string): PolicyPack | undefined => found(() => rules.pack(ref)),
  calendars: (ref: string): boolean => found(() => rules.calendar(ref)) !== undefined,
});

/** Packs come before one another in a chain no longer than this. */
export const EARLIER_MAX = 10;

/**
 * The pack under which what was received at an instant falls: the one asked for, the one before it where it came
 * before that was in force, or undefined where it is no longer in force. Throws UnknownRules.
 */
export function packInForce(rules: RuleBook, ref: string, receivedAt: Instant): PolicyPack | undefined {
  let pack = rules.pack(ref);
  for (let step = 0; step < EARLIER_MAX; step += 1) {
    const day = dateOf(localDay(Date.parse(receivedAt), pack.timeZone));
    const { from, before, until } = pack.inForce ?? {};
    if (until !== undefined && day >= until) return undefined;
    if (from === undefined || before === undefined || day >= from) return pack;
    pack = rules.pack(before);
  }
  return pack;
}
