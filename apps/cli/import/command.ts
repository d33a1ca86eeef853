import {
  bindColumns,
  createAgreementCounter,
  createRowMapper,
  parseMapping,
  type Mapping,
  type RowMapper,
} from '@huiyin/csv-import';
import { aggregates, EVERY_OFFICE, streamOf } from '@huiyin/domain';
import { systemClock } from '@huiyin/kernel';
import type { PolicyPack } from '@huiyin/policy';
import { InvalidArgumentError, type Command } from 'commander';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { connect, connectReadOnly, withConnection, type ConnectOptions } from '../connect';
import { CliError, EXIT } from '../failure';
import { fromCaller } from '../from-caller';
import { createProgress } from '../progress';
import { createCaseWriter, type CaseWriterDeps } from './case-writer';
import { adoptPack, learnPack, rulesOf } from './learn';
import { countOffices, createOfficeRegister, type OfficeRegister } from './office-register';
import { assertReadable, readHeader } from './read-file';
import { createRejectsFile } from './rejects-file';
import { reportText, type ImportReport } from './report';
import { importRows } from './run-import';

interface ImportOptions extends ConnectOptions {
  mapping: string;
  dryRun: boolean;
  rejects?: string;
  limit?: number;
}

export function importCommand(program: Command): void {
  const command = program
    .command('import <file>')
    .description("a city's CSV export becomes cases (docs/how-to/import-a-csv.md)")
    .requiredOption(
      '--mapping <file>',
      'what each column means; or the name of a shipped mapping: boston-311',
    )
    .option('--dry-run', 'write nothing, print the same report', false)
    .option('--rejects <file>', 'where bad rows are told (default: FILE.rejects.csv; none in a dry run)')
    .option('--limit <rows>', 'rows to import at most', wholeNumber);
  withConnection(command).action(async (file: string, options: ImportOptions) => {
    const report = await importFile(fromCaller(file), options);
    process.stdout.write(reportText(report));
    if (report.stopped) throw new CliError('stopped', 'on a signal, before the end of the file', EXIT.failed);
  });
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new InvalidArgumentError('a whole number from 1 on is needed.');
}

async function readMapping(given: string): Promise<Mapping> {
  const shipped = path.join(__dirname, '..', 'mappings', `${given}.json`);
  const file = /^[a-z0-9-]+$/.test(given) ? shipped : fromCaller(given);
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CliError('mapping-not-found', `there is no mapping ${given}`);
  });
  return parseMapping(text);
}

/** What an import works with: the installation, or in a dry run only a view of it. */
interface Target {
  writer: CaseWriterDeps;
  offices: OfficeRegister;
  adopt: (pack: PolicyPack) => Promise<void>;
  close: () => Promise<void>;
}

async function importFile(file: string, options: ImportOptions): Promise<ImportReport> {
  const mapping = await readMapping(options.mapping);
  const bytes = await assertReadable(file);
  const columns = bindColumns(mapping, await readHeader(file, mapping.csv.delimiter));
  const rows = createRowMapper(mapping, columns, systemClock.now().getTime());
  const target = await (options.dryRun ? view(mapping, options) : open(mapping, options));
  try {
    return await importInto(target, { file, bytes, mapping, rows }, options);
  } finally {
    await target.close();
  }
}

const actorOf = (mapping: Mapping): string => `import:${mapping.id}`;

async function open(mapping: Mapping, options: ImportOptions): Promise<Target> {
  const { platform, close } = await connect(options);
  const { store, clock, rules, directory, privacy } = platform;
  const actor = actorOf(mapping);
  return {
    writer: {
      store,
      clock,
      rules: rules.current,
      offices: directory,
      refresh: async () => directory.reached(await store.head()),
      seal: (stream, events) => privacy.sealEvents(stream, events),
      actor,
      dryRun: false,
    },
    offices: createOfficeRegister(platform, mapping, actor),
    adopt: (pack) => adoptPack(platform, pack, mapping, actor),
    close,
  };
}

async function view(mapping: Mapping, options: ImportOptions): Promise<Target> {
  const { store, rules, close } = await connectReadOnly(options);
  return {
    writer: {
      store,
      clock: systemClock,
      rules,
      // Every office that a row needs would have been registered by then.
      offices: EVERY_OFFICE,
      refresh: async () => undefined,
      seal: async (_stream, events) => [...events],
      actor: actorOf(mapping),
      dryRun: true,
    },
    offices: countOffices(
      async (id) => (await store.readStream(streamOf(aggregates.offices, id), { limit: 1 })).length > 0,
    ),
    adopt: async () => undefined,
    close,
  };
}

interface Source {
  file: string;
  bytes: number;
  mapping: Mapping;
  rows: RowMapper;
}

async function importInto(target: Target, source: Source, options: ImportOptions): Promise<ImportReport> {
  const { file, bytes, mapping, rows } = source;
  const { dryRun, limit = Infinity } = options;
  const began_ms = performance.now();
  const rules = rulesOf(mapping, target.writer.rules());
  const learning = createProgress('Learning periods', bytes);
  const pack = await learnPack(file, mapping, rows, rules, (read) => learning.update(read, '')).finally(
    learning.end,
  );
  const adopted = pack !== rules.pack;
  if (adopted) await target.adopt(pack);

  const agreement = createAgreementCounter({ ...rules, pack });
  const rejects = options.rejects ? fromCaller(options.rejects) : dryRun ? undefined : `${file}.rejects.csv`;
  const rejectsFile = rejects === undefined ? undefined : await createRejectsFile(rejects);
  const stopping = stopOnSignal();
  const progress = createProgress('Importing', bytes);
  const write = createCaseWriter(target.writer);
  const counts = await importRows({
    ...{ file, mapping, rows, write, agreement, limit },
    offices: target.offices,
    reject: async (reject) => rejectsFile?.add(reject),
    stopping: stopping.signal,
    progress: (read, { read: done }) => progress.update(read, `${done} rows`),
  }).finally(async () => {
    progress.end();
    stopping.end();
    await rejectsFile?.close();
  });
  return {
    ...{ file, mapping, dryRun, counts, pack, adopted },
    stopped: stopping.signal.aborted,
    offices: target.offices.registered(),
    seconds: (performance.now() - began_ms) / 1_000,
    ...(rejects !== undefined && { rejects }),
    ...(mapping.fields.dueAt && { agreement: agreement.counted() }),
  };
}

/** A Ctrl-C reaches the process twice, from the terminal and from npm; only a later one is a second wish. */
const SECOND_SIGNAL_ms = 1_000;

/** On the first signal rows at work are finished; on a second one the process ends at once: nothing is half-written. */
function stopOnSignal(): { signal: AbortSignal; end(): void } {
  const stopping = new AbortController();
  let first_ms: number | undefined;
  const stop = (): void => {
    first_ms ??= performance.now();
    stopping.abort();
    if (performance.now() - first_ms > SECOND_SIGNAL_ms) process.exit(EXIT.failed);
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.on(signal, stop);
  return {
    signal: stopping.signal,
    end: () => signals.forEach((signal) => process.removeListener(signal, stop)),
  };
}
