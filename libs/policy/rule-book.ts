import type { RuleBook } from './duty';
import type { PolicyPack, WorkCalendar } from './pack';

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

export const ruleBook = (packs: readonly PolicyPack[], calendars: readonly WorkCalendar[]): RuleBook => ({
  pack: index('policy pack', packs),
  calendar: index('calendar', calendars),
});
