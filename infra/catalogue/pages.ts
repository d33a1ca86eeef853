import { aggregates } from '@huiyin/domain';
import { commandsPage } from './commands';
import { dutiesPage } from './duties';
import { eventsPage } from './events';
import { exploreAll } from './explored';
import { lawPage } from './law';
import { metricsPage } from './metrics';
import { refusalsPage } from './refusals';
import { statesPage } from './states';

/** Every page of docs/catalogue by its path there. The same code gives the same text. */
export function cataloguePages(): Readonly<Record<string, string>> {
  const explored = exploreAll();
  const states = Object.values(aggregates).map((aggregate) => [
    `states/${aggregate.name}.md`,
    statesPage(aggregate, explored[aggregate.name]!),
  ]);
  return {
    'commands.md': commandsPage(),
    'duties.md': dutiesPage(),
    'events.md': eventsPage(explored),
    'law.md': lawPage(),
    'metrics.md': metricsPage(),
    'refusals.md': refusalsPage(),
    ...(Object.fromEntries(states) as Record<string, string>),
  };
}
