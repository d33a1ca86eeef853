import { aggregates, explore, type Exploration } from '@huiyin/domain';
import { bundledRules } from '@huiyin/policy';

export type Explored = Readonly<
  Record<
    string,
    Pick<Exploration, 'transitions' | 'parts'> & { commandsOf: (event: string) => readonly string[] }
  >
>;

/** What each aggregate does with its example commands, in every state that they lead to. */
export function exploreAll(): Explored {
  return Object.fromEntries(
    Object.values(aggregates).map((aggregate) => {
      const { transitions, parts, events } = explore(aggregate, bundledRules);
      const commandsOf = (type: string) => [
        ...new Set(events.filter((event) => event.type === type).map(({ command }) => command)),
      ];
      return [aggregate.name, { transitions, parts, commandsOf }];
    }),
  );
}
