import { aggregates } from '@huiyin/domain';
import type { EventStore } from '@huiyin/event-store';
import { deterministicId, HOUR_ms } from '@huiyin/kernel';
import { canonicalBytes, problemsOf, type ReportDocument } from '@huiyin/reports';
import {
  idOf,
  logSource,
  makeDocument,
  placingsOf,
  sha256,
  withViews,
  type Asked,
  type Placing,
  type Source,
} from '@huiyin/rhythm';
import type { RhythmDeps } from './deps';

export const ACTOR = 'system:rhythm';

/** Made from the read models up to this long after its time; later it is made from the log as it stood then. */
const LATE_ms = HOUR_ms;
const CONCURRENCY_MAX = 16;
const READ_MAX_events = 5_000;

/** Issues what has one time; answers how many. Whoever was there first has issued it for all. */
export async function issueAll(deps: RhythmDeps, at: string, all: readonly Asked[]): Promise<number> {
  const made = isLate(deps, at)
    ? await makeAll(await logSource(deps.store, await positionAt(deps.store, at)), all)
    : await withViews(deps.views, deps.rules.current(), (source) => makeAll(source, all));
  const queue = made.values();
  const worker = async (): Promise<void> => {
    for (const one of queue) await issue(deps, one);
  };
  await Promise.all(Array.from({ length: CONCURRENCY_MAX }, worker));
  return all.length;
}

const isLate = ({ clock }: RhythmDeps, at: string): boolean =>
  clock.now().getTime() - Date.parse(at) > LATE_ms;

interface Made {
  asked: Asked;
  position: number;
  document: ReportDocument;
  placings: readonly Placing[];
}

async function makeAll(source: Source, all: readonly Asked[]): Promise<Made[]> {
  const made: Made[] = [];
  for (const asked of all) {
    const document = await makeDocument(asked, source);
    const [problem] = problemsOf(document);
    if (problem !== undefined) throw new Error(`${document.id}: ${problem}`);
    const placings = await placingsOf(asked, source);
    made.push({ asked, position: source.position, document, placings });
  }
  return made;
}

/** The last position that was written by then. */
async function positionAt(store: EventStore, at: string): Promise<number> {
  let position = 0;
  for (;;) {
    const page = await store.readAll({ after: position, limit: READ_MAX_events });
    const later = page.findIndex(({ recordedAt }) => recordedAt > at);
    const written = later < 0 ? page : page.slice(0, later);
    position = written.at(-1)?.position ?? position;
    if (later >= 0 || page.length < READ_MAX_events) return position;
  }
}

/** The worst places count where the ladder says so, once each: before the ranking goes out, so that a crash repeats it. */
async function place({ execute, log }: RhythmDeps, { office, ...data }: Placing): Promise<void> {
  const outcome = await execute({
    aggregate: aggregates.standings,
    id: office,
    type: 'CountPlacing',
    data,
    commandId: deterministicId('placing', data.period, office),
    actor: ACTOR,
  });
  if (outcome.status === 'contended') throw new Error(`placing of ${office} contended`);
  if (outcome.status === 'refused') log.info({ office, code: outcome.refusal.code }, 'placing not counted');
}

/** The id of the command is that of the bulletin: two processes and a restart issue it once. */
async function issue(deps: RhythmDeps, { asked, position, document, placings }: Made): Promise<void> {
  const { execute } = deps;
  for (const placing of placings) await place(deps, placing);
  const id = idOf(asked);
  const outcome = await execute({
    aggregate: aggregates.bulletins,
    id,
    type: 'IssueBulletin',
    data: { ...asked, position, sha256: sha256(canonicalBytes(document)), document },
    commandId: deterministicId('bulletin', id),
    actor: ACTOR,
    office: asked.office ?? 'system',
  });
  if (outcome.status === 'contended') throw new Error(`bulletin ${id} contended`);
}
