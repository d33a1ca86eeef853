import { factsOf, findMetric, measure } from '@huiyin/metrics';
import type { EventStore } from '@huiyin/event-store';
import { caseList, dutyBoard, officeDirectory, reviewBoard, supervisionBoard } from '@huiyin/read-models';
import { adoptedUntil, foldInMemory, known, type LogEvent } from '@huiyin/read-models/engine';
import type { RuleBook } from '@huiyin/policy';
import type { Source } from './make';
import { cutKey, type Figures, type Office, type Owed } from './material';
import { owedOf } from './owed';
import { windowsOf } from './windows';

const READ_MAX_events = 5_000;
const OWED_VIEWS = [dutyBoard, caseList, supervisionBoard, reviewBoard, officeDirectory];

/** The log up to a position, that one included, page by page. Rejects with StoreUnavailable. */
async function* pagesOf(store: EventStore, position: number): AsyncGenerator<LogEvent[]> {
  for (let after = 0; after < position;) {
    const page = await store.readAll({ after, limit: READ_MAX_events });
    yield known(page.filter((event) => event.position <= position));
    const last = page.at(-1);
    if (!last) return;
    after = last.position;
  }
}

type Pages = AsyncIterable<readonly LogEvent[]> | Iterable<readonly LogEvent[]>;

async function allOf(pages: Pages): Promise<LogEvent[]> {
  const events: LogEvent[] = [];
  for await (const page of pages) for (const event of page) events.push(event);
  return events;
}

/** All of it at once. Rejects with StoreUnavailable. */
export const readLog = (store: EventStore, position: number): Promise<LogEvent[]> =>
  allOf(pagesOf(store, position));

/**
 * For making a document again, and for what was missed while nobody ran. The log is read when it is asked for: what is
 * owed is folded page by page, and only figures hold all events at once.
 */
export async function logSource(store: EventStore, position: number): Promise<Source> {
  const rules = (await adoptedUntil(store, position)).current();
  return lazily(position, rules, () => pagesOf(store, position));
}

/** The same of events that are in memory already. */
export const sourceOf = (events: readonly LogEvent[], position: number, rules: RuleBook): Source =>
  lazily(position, rules, () => [events]);

function lazily(position: number, rules: RuleBook, pages: () => Pages): Source {
  let folded: Promise<Owed> | undefined;
  let read: Promise<readonly LogEvent[]> | undefined;
  const owed = (): Promise<Owed> => (folded ??= foldOwed(pages()));
  const events = (): Promise<readonly LogEvent[]> => (read ??= allOf(pages()));
  return {
    position,
    rules,
    owed,
    figures: async (asked, cuts) => figuresOf(await events(), rules, (await owed()).offices, asked, cuts),
  };
}

async function foldOwed(pages: Pages): Promise<Owed> {
  const folded = foldInMemory(OWED_VIEWS);
  for await (const page of pages) for (const event of page) folded.take(event);
  const rows = (view: (typeof OWED_VIEWS)[number]): never[] => folded.rows(view) as never[];
  return owedOf({
    duties: rows(dutyBoard),
    cases: rows(caseList),
    orders: rows(supervisionBoard),
    reviews: rows(reviewBoard),
    offices: rows(officeDirectory),
  });
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
