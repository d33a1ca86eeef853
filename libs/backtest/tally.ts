/** What is counted of an office's duties, in the order in which one leads to the next. */
export const COUNTS = ['due', 'breached', 'supervised', 'reviewed', 'faults', 'rungs'] as const;
export type Count = (typeof COUNTS)[number];
export type Tally = Record<Count, number>;

export const emptyTally = (): Tally => ({
  due: 0,
  breached: 0,
  supervised: 0,
  reviewed: 0,
  faults: 0,
  rungs: 0,
});

/** As it was, and as it would have been. */
export const SIDES = ['was', 'would'] as const;
export type Side = (typeof SIDES)[number];
export type Line = Record<Side, Tally>;

/** Counts by office. */
export interface Tallies {
  add(side: Side, office: string, count: Count): void;
  /** By office id. */
  lines(): [office: string, line: Line][];
}

export function tallies(): Tallies {
  const byOffice = new Map<string, Line>();
  const lineOf = (office: string): Line => {
    let line = byOffice.get(office);
    if (!line) byOffice.set(office, (line = { was: emptyTally(), would: emptyTally() }));
    return line;
  };
  return {
    add(side, office, count) {
      lineOf(office)[side][count] += 1;
    },
    lines: () => [...byOffice].sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

export function totalOf(lines: readonly (readonly [string, Line])[]): Line {
  const total = { was: emptyTally(), would: emptyTally() };
  for (const [, line] of lines)
    for (const side of SIDES) for (const count of COUNTS) total[side][count] += line[side][count];
  return total;
}
