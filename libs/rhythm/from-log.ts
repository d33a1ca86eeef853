import { factsOf, findMetric, measure } from '@huiyin/metrics';
import type { EventStore } from '@huiyin/event-store';
import { caseList, dutyBoard, officeDirectory, reviewBoard, supervisionBoard } from '@huiyin/read-models';
import { adoptedUntil, foldInMemory, known, type LogEvent } from '@huiyin/read-models/engine';
import type { RuleBook } from '@huiyin/policy';
import type { Source } from './make';
import { cutKey, type Figures, type Office, type Owed } from './material';
import { owedOf, type Rows } from './owed';
import { windowsOf } from './windows';

const READ_MAX_events = 5_000;
const OWED_VIEWS = [dutyBoard, caseList, supervisionBoard, reviewBoard, officeDirectory];

/** The log up to a position, that one included. Rejects with StoreUnavailable. */
export async function readLog(store: EventStore, position: number): Promise<LogEvent[]> {
  const events: LogEvent[] = [];
  for (let after = 0; after < position;) {
    const page = await store.readAll({ after, limit: READ_MAX_events });
    events.push(...known(page.filter((event) => event.position <= position)));
    const last = page.at(-1);
    if (!last) break;
    after = last.position;
  }
  return events;
}

/** Everything is in memory: for making a document again, and for what was missed while nobody ran. */
export async function logSource(store: EventStore, position: number): Promise<Source> {
  const events = await readLog(store, position);
  const rules = (await adoptedUntil(store, position)).current();
  return sourceOf(events, position, rules);
}

export function sourceOf(events: readonly LogEvent[], position: number, rules: RuleBook): Source {
  const folded = foldInMemory(OWED_VIEWS);
  for (const event of events) folded.take(event);
  const rows = (view: (typeof OWED_VIEWS)[number]): never[] => folded.rows(view) as never[];
  const all: Rows = {
    duties: rows(dutyBoard),
    cases: rows(caseList),
    orders: rows(supervisionBoard),
    reviews: rows(reviewBoard),
    offices: rows(officeDirectory),
  };
  const owed: Owed = owedOf(all);
  return {
    position,
    rules,
    owed: () => Promise.resolve(owed),
    figures: (asked, cuts) => Promise.resolve(figuresOf(events, rules, owed.offices, asked, cuts)),
  };
}

function figuresOf(
  events: readonly LogEvent[],
  rules: RuleBook,
  offices: readonly Office[],
  asked: Parameters<Source['figures']>[0],
  cuts: Parameters<Source['figures']>[1],
): Figures {
  const facts = factsOf(events, rules);
  const cases = facts.cases.filter(({ keptFrom }) => keptFrom.length === 0);
  const slicing = { windows: windowsOf(asked), day: asked.period.to };
  return {
    offices,
    cells: new Map(
      cuts.map((cut) => {
        const directory = cut.by === 'office' ? new Map() : facts.offices;
        const cells = measure(
          findMetric(cut.metric)!,
          { cases, offices: directory },
          { ...slicing, by: cut.by },
        );
        return [cutKey(cut), cells];
      }),
    ),
  };
}
