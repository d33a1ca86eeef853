import type { AnyAggregate, Exploration, Transition } from '@huiyin/domain';
import { code, page, table } from './markdown';

/** What the decider does, as state diagrams: drawn from what it accepted, not from what somebody thinks it does. */
export function statesPage(
  aggregate: AnyAggregate,
  { transitions, parts }: Pick<Exploration, 'transitions' | 'parts'>,
): string {
  const initial = aggregate.initial as State;
  const beside = Object.entries(parts).map(
    ([name, steps]) => `## ${name}\n\n${machine(steps, initial.parts![name]!.status)}`,
  );
  return page(
    `${aggregate.name} ${aggregate.chinese}: states`,
    'Found by giving every example command in every state that can be reached.',
    machine(transitions, initial.status),
    ...(beside.length === 0 ? [] : ['Beside the status run its parts, each kept through every status:']),
    ...beside,
  );
}

interface State {
  status: string;
  parts?: Readonly<Record<string, { status: string }>>;
}

function machine(transitions: readonly Transition[], initial: string): string {
  const staying = transitions.filter(({ from, to }) => from === to);
  const moving = transitions.filter(({ from, to }) => from !== to);
  const rows = [...groups(staying, ({ from }) => from)].map(([state, steps]) => [
    code(state),
    steps.map(({ command }) => code(command)).join(', '),
  ]);
  const drawn = diagram(moving, initial, new Set(staying.map(({ from }) => from)));
  if (rows.length === 0) return drawn;
  return `${drawn}\n\nSteps that leave the status as it is:\n\n${table(['Status', 'Commands'], rows)}`;
}

function diagram(moving: readonly Transition[], initial: string, alive: ReadonlySet<string>): string {
  // A status that is come back to is drawn; one that nobody has before the first command is the dot.
  const returns = moving.some(({ to }) => to === initial);
  const node = (status: string) => (status === initial && !returns ? '[*]' : idOf(status));
  const statuses = [...new Set(moving.flatMap(({ from, to }) => [from, to]))];
  const ends = statuses.filter((status) => !alive.has(status) && !moving.some(({ from }) => from === status));
  const arrows = [...groups(moving, ({ from, to }) => `${node(from)} --> ${node(to)}`)].map(
    ([arrow, steps]) => `${arrow}: ${steps.map(({ command }) => command).join(', ')}`,
  );
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...statuses
      .filter((status) => idOf(status) !== status)
      .map((status) => `  state "${status}" as ${idOf(status)}`),
    ...(returns ? [`  [*] --> ${idOf(initial)}`] : []),
    ...arrows.map((arrow) => `  ${arrow}`),
    ...ends.map((status) => `  ${node(status)} --> [*]`),
    '```',
  ].join('\n');
}

/** Mermaid's state names hold no dash. */
const idOf = (status: string): string => status.replaceAll('-', '_');

function groups<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
  return found;
}
