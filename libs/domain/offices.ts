import type { Offices } from './decider';

/** What the directory says of an office: whom it answers to, what it answers for, and who took over from it. */
export interface OfficeEntry {
  superior?: string | undefined;
  kind?: string | undefined;
  level?: string | undefined;
  territory?: string | undefined;
  functions?: readonly string[] | undefined;
  successor?: string | undefined;
}

export interface OfficeTree extends Offices {
  find(office: string): OfficeEntry | undefined;
  /** In the order in which they were registered. */
  all(): Iterable<[id: string, entry: OfficeEntry]>;
  register(office: string, entry: OfficeEntry): void;
  /** Somebody holds, or no longer holds, a post of it. */
  appoint(office: string, post: string): void;
  dismiss(office: string, post: string): void;
  succeed(office: string, successor: string): void;
}

const SUCCESSIONS_MAX = 100;
/** 主要负责人、分管负责人: who may approve for an office. */
const HEADS: readonly string[] = ['first-responsible', 'in-charge'];

/** The directory in memory: a city has some thousands of offices. */
export function officeTree(entries: Readonly<Record<string, OfficeEntry>> = {}): OfficeTree {
  const offices = new Map<string, OfficeEntry>(Object.entries(entries));
  const posts = new Map<string, string[]>();
  const before = new Map<string, string[]>();
  const follows = (office: string, successor: string): unknown =>
    before.set(successor, [...(before.get(successor) ?? []), office]);
  for (const [office, { successor }] of offices) if (successor !== undefined) follows(office, successor);
  return {
    has: (office) => offices.has(office),
    find: (office) => offices.get(office),
    all: () => offices.entries(),
    superior: (office) => offices.get(office)?.superior,
    level: (office) => offices.get(office)?.level,
    kind: (office) => offices.get(office)?.kind,
    nextAfter: (office) => offices.get(office)?.successor,
    predecessors: (office) => before.get(office) ?? [],
    heads: (office) => [...new Set(posts.get(office))].filter((post) => HEADS.includes(post)),
    successor(office) {
      let present = office;
      for (let step = 0; step < SUCCESSIONS_MAX; step++) {
        const next = offices.get(present)?.successor;
        if (next === undefined) break;
        present = next;
      }
      return present;
    },
    register: (office, entry) => void offices.set(office, entry),
    appoint: (office, post) => void posts.set(office, [...(posts.get(office) ?? []), post]),
    dismiss(office, post) {
      const held = posts.get(office) ?? [];
      const index = held.indexOf(post);
      posts.set(office, index < 0 ? held : held.toSpliced(index, 1));
    },
    succeed(office, successor) {
      offices.set(office, { ...offices.get(office), successor });
      follows(office, successor);
    },
  };
}

/** A directory in which every office is found, and none is above another. */
export const EVERY_OFFICE: Offices = { ...officeTree(), has: () => true };

const ABOVE: Readonly<Record<string, string>> = {
  'nanhu-township': 'heping-district',
  petitions: 'province-petitions',
};

/** The directory of the commands' examples: every office is found, and some are below another. */
export const EXAMPLE_OFFICES: Offices = {
  ...EVERY_OFFICE,
  superior: (office) => ABOVE[office],
  level: (office) => (office in ABOVE ? 'city' : undefined),
  kind: (office) => (office === 'discipline' ? office : undefined),
};

const RENAMED = /-new$/;

/** The same after a reform: each of those offices has a successor. */
export const ALL_SUCCEEDED: Offices = {
  ...EXAMPLE_OFFICES,
  successor: (office) => (RENAMED.test(office) ? office : `${office}-new`),
};
