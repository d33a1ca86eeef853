import { aggregates, explore, type Exploration } from '@huiyin/domain';
import { bundledCalendars, bundledPacks, bundledRules, ladders, ruleBook, withLadder } from '@huiyin/policy';

export type Explored = Readonly<
  Record<
    string,
    Pick<Exploration, 'transitions' | 'parts'> & { commandsOf: (event: string) => readonly string[] }
  >
>;

const [pack] = bundledPacks.filter(({ id }) => id === 'xinfang-2022');
const underEachLadder = ladders.map((ladder) =>
  ruleBook([...bundledPacks, withLadder(pack!, ladder)], bundledCalendars),
);

/** A standing is explored under every ladder, everything else under the bundled packs. */
const rulesFor = (aggregate: string) => (aggregate === 'standing' ? underEachLadder : [bundledRules]);

const byContent = <T>(all: readonly T[]): T[] => [
  ...new Map(all.map((one) => [JSON.stringify(one), one])).values(),
];

/** What each aggregate does with its example commands, in every state that they lead to. */
export function exploreAll(): Explored {
  return Object.fromEntries(
    Object.values(aggregates).map((aggregate) => {
      const found = rulesFor(aggregate.name).map((rules) => explore(aggregate, rules));
      const transitions = byContent(found.flatMap((one) => one.transitions));
      const events = found.flatMap((one) => one.events);
      const { parts } = found[0]!;
      const commandsOf = (type: string) => [
        ...new Set(events.filter((event) => event.type === type).map(({ command }) => command)),
      ];
      return [aggregate.name, { transitions, parts, commandsOf }];
    }),
  );
}
