import type { BulletinEvents } from '@huiyin/domain';
import { aggregates, streamOf } from '@huiyin/domain';
import type { EventStore } from '@huiyin/event-store';
import { unreachable } from '@huiyin/kernel';
import {
  canonicalJson,
  makeReport,
  parseReportId,
  reportCsv,
  ReportRefused,
  reportHtml,
  REPORT_LANGUAGES,
  UnknownSection,
  type ReportDocument,
  type ReportLanguage,
  type ReportRequest,
} from '@huiyin/reports';
import { adoptedUntil } from '@huiyin/read-models/engine';
import { readLog } from '@huiyin/rhythm';
import { readConfig, timeZoneSchema } from '@huiyin/runtime/config';
import { Option, type Command } from 'commander';
import { writeFile } from 'node:fs/promises';
import { connectReadOnly, withConnection, type ConnectOptions } from '../connect';
import { CliError } from '../failure';
import { fromCaller } from '../from-caller';
import { pdfOf } from './pdf';

const FORMATS = ['html', 'csv', 'json', 'pdf'] as const;

interface ReportOptions extends ConnectOptions {
  format: (typeof FORMATS)[number];
  lang: ReportLanguage;
  out?: string;
  office?: string;
  position?: string;
  section?: string;
  bom: boolean;
}

/** How every report is written. */
const withRendering = (command: Command): Command =>
  withConnection(command)
    .addOption(new Option('--format <format>', 'what it is written as').choices(FORMATS).default('html'))
    .addOption(
      new Option('--lang <language>', 'in which language').choices(REPORT_LANGUAGES).default('zh-CN'),
    )
    .option('--out <file>', 'default: standard output')
    .option('--section <id>', 'CSV: only this section, as a table')
    .option('--no-bom', 'CSV: without the byte order mark that Excel needs for Chinese');

const withPart = (command: Command): Command =>
  command
    .option('--office <id>', 'only this office and those below it')
    .option('--position <n>', 'as the log was at this position; default: all of it');

export const reportCommand = (program: Command): void => {
  const report = program
    .command('report')
    .description('a report to be printed or saved, made from the log (docs/how-to/new-report.md)');
  const yearly = report.command('yearly').description('the yearly report of Art. 41');
  withRendering(withPart(yearly.requiredOption('--year <year>', 'YYYY'))).action(
    (options: ReportOptions & { year: string }) => make(`yearly-report-${options.year}`, options),
  );
  const bulletin = report.command('bulletin').description('a few days beside as many before');
  withRendering(
    withPart(
      bulletin
        .requiredOption('--from <date>', 'first local day, YYYY-MM-DD')
        .requiredOption('--to <date>', 'last local day, at most a month later'),
    ),
  ).action((options: ReportOptions & { from: string; to: string }) =>
    make(`bulletin-${options.from}-${options.to}`, options),
  );
  const issued = report
    .command('issued <id>')
    .description('a list, circular or ranking as it went out: daily-list-2026-03-02-housing');
  withRendering(issued).action((id: string, options: ReportOptions) =>
    print(options, (store) => findIssued(store, id)),
  );
};

async function make(name: string, options: ReportOptions): Promise<void> {
  const request = refused(() => parseReportId(name));
  const { office } = options;
  await print(options, (store) => makeFromLog(store, { ...request, office }, options.position));
}

/** Judged when the last of the events was written, so that the same part of the log makes the same bytes for ever. */
async function makeFromLog(
  store: EventStore,
  request: ReportRequest,
  position: string | undefined,
): Promise<ReportDocument> {
  const head = await store.head();
  const until = position === undefined ? head : Number(position);
  if (!Number.isSafeInteger(until) || until < 1 || until > head)
    throw new CliError('usage', `--position ${position ?? until} is none of 1 to ${head}`);
  const timeZone = readConfig(timeZoneSchema);
  const events = await readLog(store, until);
  const rules = (await adoptedUntil(store, until)).current();
  const now = events.reduce((last, { recordedAt }) => (recordedAt > last ? recordedAt : last), '');
  return refused(() => makeReport(request, { events, position: until, rules, now, timeZone }));
}

async function findIssued(store: EventStore, id: string): Promise<ReportDocument> {
  const [event] = await store.readStream(streamOf(aggregates.bulletins, id));
  if (!event) throw new CliError('unknown-report', `nothing went out as ${id}`);
  return (event.data as BulletinEvents['BulletinIssued']).document as unknown as ReportDocument;
}

async function print(
  options: ReportOptions,
  find: (store: EventStore) => Promise<ReportDocument>,
): Promise<void> {
  if (options.format === 'pdf' && options.out === undefined)
    throw new CliError('usage', '--format pdf needs --out <file>');
  const { store, close } = await connectReadOnly(options);
  try {
    const document = await find(store);
    const text = await rendered(document, options);
    if (options.out === undefined) return void process.stdout.write(text);
    await writeFile(fromCaller(options.out), text);
    const { position } = document.computedAt;
    process.stdout.write(`${options.out}: ${document.id}, computed at log position ${position}\n`);
  } finally {
    await close();
  }
}

async function rendered(
  document: ReportDocument,
  { format, lang, section, bom }: ReportOptions,
): Promise<string | Buffer> {
  switch (format) {
    case 'json':
      return `${canonicalJson(document)}\n`;
    case 'html':
      return reportHtml(document, lang);
    case 'pdf':
      return pdfOf(reportHtml(document, lang));
    case 'csv':
      return csvOf(document, { lang, section, bom });
    default:
      return unreachable(format);
  }
}

function csvOf(
  document: ReportDocument,
  { lang, section, bom }: Pick<ReportOptions, 'lang' | 'section' | 'bom'>,
): string {
  try {
    return reportCsv(document, { language: lang, bom, section });
  } catch (error) {
    if (!(error instanceof UnknownSection)) throw error;
    const there = document.sections.map(({ id }) => id).join(', ');
    throw new CliError('usage', `--section ${error.message} is none of ${there}`);
  }
}

function refused<Result>(step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    if (error instanceof ReportRefused) throw new CliError(error.code, error.message);
    throw error;
  }
}
