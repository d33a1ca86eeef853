import type { Offices } from './decider';

/** Walks a graph from some offices, each taken once: a directory may be wrong, and a walk still ends. */
function reached(
  from: Iterable<string>,
  next: (office: string) => readonly (string | undefined)[],
): Set<string> {
  const seen = new Set(from);
  for (const office of seen) for (const other of next(office)) if (other !== undefined) seen.add(other);
  return seen;
}

/** The office, those above it, and those that took over from any of these. */
export const lineOf = (office: string, offices: Offices): ReadonlySet<string> =>
  reached([office], (one) => [offices.superior(one), offices.nextAfter(one)]);

/**
 * Accusation material never reaches the accused office (Art. 30): neither that office, nor one below it, nor one that
 * took over from it, nor one below that.
 */
export function isKeptFrom(office: string, accused: readonly string[], offices: Offices): boolean {
  if (accused.length === 0) return false;
  const line = lineOf(office, offices);
  return accused.some((one) =>
    [...reached([one], (before) => [offices.nextAfter(before)])].some((heir) => line.has(heir)),
  );
}

/** Every office whose accusation is kept from this one: the same rule, the other way round. */
export const accusationsKeptFrom = (office: string, offices: Offices): readonly string[] => [
  ...reached(lineOf(office, offices), (one) => offices.predecessors(one)),
];

/** Stands for an official among what a case is kept from; no office id holds a colon. */
export const staff = (actor: string): string => `actor:${actor}`;

interface Told {
  type: string;
  data: unknown;
}

/** Whom a case is kept from after one more of its events: office ids, and `staff` of recused officials. */
export function keptFromAfter(kept: readonly string[], { type, data }: Told): readonly string[] {
  const more = named(type, data as Naming).filter((one) => !kept.includes(one));
  return more.length === 0 ? kept : [...new Set([...kept, ...more])].sort();
}

interface Naming {
  claims?: readonly { accuses?: readonly string[] }[];
  office?: string;
  official?: string;
}

function named(type: string, { claims = [], office, official }: Naming): readonly string[] {
  switch (type) {
    case 'CaseRegistered':
      return claims.flatMap(({ accuses = [] }) => accuses);
    case 'OfficeAccused':
      return [office!];
    case 'RecusalGranted':
    case 'StaffRecused':
      return [
        ...(office === undefined ? [] : [office]),
        ...(official === undefined ? [] : [staff(official)]),
      ];
    // Every other event leaves it open to those who may see it already.
    default:
      return [];
  }
}

/** From the whole history of a case: what it is kept from now also covers what it was before. */
export const keptFromOf = (history: readonly Told[]): readonly string[] => history.reduce(keptFromAfter, []);
