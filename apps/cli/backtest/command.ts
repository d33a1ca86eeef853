import { makeFolder } from '@huiyin/kernel/make-folder';
import {
  backtest,
  backtestCsv,
  backtestHtml,
  missedCsv,
  MISSED_HEAD,
  totalOf,
  COUNTS,
  windowOf,
  type BacktestResult,
} from '@huiyin/backtest';
import { knownToPacks } from '@huiyin/domain';
import type { EventStore, StoredEvent } from '@huiyin/event-store';
import { refOf, validatePack, type PolicyPack, type RuleBook } from '@huiyin/policy';
import type { Command } from 'commander';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { connectReadOnly, withConnection, type ConnectOptions } from '../connect';
import { CliError } from '../failure';
import { fromCaller } from '../from-caller';
import { createProgress } from '../progress';

interface BacktestCommandOptions extends ConnectOptions {
  policy: string;
  from: string;
  to: string;
  insteadOf?: string;
  out: string;
}

const PAGE_events = 5_000;
const STREAMS = ['case-', 'supervision-', 'review-', 'standing-', 'advice-'];
const DAY = /^\d{4}-\d\d-\d\d$/;

export const backtestCommand = (program: Command): void => {
  const command = program
    .command('backtest')
    .description(
      'what another pack would have asked of the offices, beside what was; writes nothing to the log',
    )
    .requiredOption('--policy <file>', 'the pack to try, as JSON')
    .requiredOption('--from <date>', 'first local day, YYYY-MM-DD')
    .requiredOption('--to <date>', 'last local day')
    .option('--instead-of <id>', 'the pack in whose place it is put; default: the one of the same id')
    .option('--out <folder>', 'gets offices.csv, missed.csv and report.html', 'backtest');
  withConnection(command).action(run);
};

async function run(options: BacktestCommandOptions): Promise<void> {
  const connection = await connectReadOnly(options);
  try {
    const rules = connection.rules();
    const pack = await readPack(options.policy, rules);
    const insteadOf = options.insteadOf ?? pack.id;
    const window = windowFor(options, pack);
    const out = fromCaller(options.out);
    await makeFolder(out);
    const missed = await openLines(path.join(out, 'missed.csv'), MISSED_HEAD);
    const test = backtest({
      rules,
      pack,
      insteadOf,
      window,
      onMissed: (side, course) => missed.add(missedCsv(side, course)),
    });
    const position = await readAll(connection.store, test.take, missed.drained);
    const result = test.finish();
    await missed.close();
    if (result.cases === 0) throw new CliError('no-such-cases', `no case was registered under ${insteadOf}`);
    await writeFile(path.join(out, 'offices.csv'), backtestCsv(result.offices));
    const heading = { pack: refOf(pack), insteadOf, from: options.from, to: options.to, position };
    await writeFile(path.join(out, 'report.html'), backtestHtml(result, heading));
    print(result, out);
  } finally {
    await connection.close();
  }
}

async function readPack(file: string, rules: RuleBook): Promise<PolicyPack> {
  const text = await readFile(fromCaller(file), 'utf8').catch(() => {
    throw new CliError('bad-policy', `${file} cannot be read`);
  });
  const given = parsed(text, file);
  const problems = validatePack(given, knownToPacks(rules));
  if (problems.length > 0) throw new CliError('bad-policy', problems.join('; '));
  return given as PolicyPack;
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CliError('bad-policy', `${file} is not JSON: ${(error as Error).message}`);
  }
}

function windowFor({ from, to }: BacktestCommandOptions, { timeZone }: PolicyPack) {
  for (const date of [from, to])
    if (!DAY.test(date) || Number.isNaN(Date.parse(date))) throw new CliError('usage', `not a date: ${date}`);
  if (to < from) throw new CliError('usage', `--to ${to} is before --from ${from}`);
  return windowOf(from, to, timeZone);
}

async function readAll(
  store: EventStore,
  take: (event: StoredEvent) => void,
  drained: () => Promise<void>,
): Promise<number> {
  const head = await store.head();
  const progress = createProgress('backtest', head);
  let after = 0;
  for (let more = true; more;) {
    const page = await store.readAll({ after, limit: PAGE_events, filter: { streamPrefixes: STREAMS } });
    for (const event of page) take(event);
    more = page.length === PAGE_events;
    after = page.at(-1)?.position ?? after;
    progress.update(after, '');
    await drained();
  }
  progress.end();
  return head;
}

async function openLines(file: string, head: string) {
  const stream = createWriteStream(file);
  await once(stream, 'open');
  let full = !stream.write(head);
  return {
    add: (line: string): void => void (full = !stream.write(line)),
    async drained() {
      if (full && stream.writableNeedDrain) await once(stream, 'drain');
    },
    async close() {
      stream.end();
      await finished(stream);
    },
  };
}

function print({ cases, offices }: BacktestResult, out: string): void {
  const total = totalOf(offices);
  const lines = COUNTS.map(
    (count) =>
      `${count.padEnd(12)}${String(total.was[count]).padStart(10)}${String(total.would[count]).padStart(10)}`,
  );
  process.stdout.write(
    `${cases} cases, ${offices.length} offices\n${''.padEnd(12)}${'was'.padStart(10)}${'would'.padStart(10)}\n${lines.join('\n')}\n${out}: offices.csv, missed.csv, report.html\n`,
  );
}
