import { migrateEventStore } from '@huiyin/event-store';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Client } from 'pg';
import { slowFlush, withPostgres } from './shared/postgres';
import type { Round } from './shared/stats';
import { printTable } from './shared/table';

export const PROCESS_WRITERS = 32;
export const PROCESS_ROUND_ms = 10_000;
/** No process's p99 may be more than so many times another's. */
const FAIR = 2;

export type Report = Round & { acknowledged: number };

/** Several processes append at once, each with 32 writers; then everything that they were told is looked for in the log. */
export async function compareProcesses(processes: number, flush_ms: number): Promise<void> {
  await withPostgres(async (url) => {
    await migrateEventStore(url());
    const names = Array.from({ length: processes }, (_, index) => `process-${index + 1}`);
    const reports = await appendFrom(names, url());
    const title = `append from ${processes} processes, ${PROCESS_WRITERS} writers each, each flush ${flush_ms} ms longer`;
    printTable(
      title,
      reports.map(({ throughput, p50_ms, p99_ms }, index) => ({
        process: names[index]!,
        'events/s': throughput,
        'p50 ms': p50_ms,
        'p99 ms': p99_ms,
      })),
    );
    await expectStored(url(), names, reports);
    const p99s = reports.map(({ p99_ms }) => p99_ms);
    const spread = Math.max(...p99s) / Math.min(...p99s);
    console.log(
      `together ${Math.round(reports.reduce((sum, { throughput }) => sum + throughput, 0))} events/s`,
    );
    console.log(
      `slowest p99 / fastest p99: ${spread.toFixed(2)}; target ≤${FAIR}: ${spread <= FAIR ? 'reached' : 'not reached'}`,
    );
  }, slowFlush(flush_ms));
}

async function appendFrom(names: readonly string[], url: string): Promise<Report[]> {
  const children = names.map((name) => fork(path.join(__dirname, 'append-process.js'), [name, url]));
  try {
    await Promise.all(children.map(hear));
    const reports = children.map(hear<Report>);
    for (const child of children) child.send('go');
    return await Promise.all(reports);
  } finally {
    for (const child of children) child.disconnect();
  }
}

async function hear<Message>(child: ChildProcess): Promise<Message> {
  const gone = once(child, 'exit').then(() => {
    throw new Error('a process of the bench ended');
  });
  gone.catch(() => undefined);
  const [message] = (await Promise.race([once(child, 'message'), gone])) as [Message];
  return message;
}

/** Acknowledged = stored, process by process; positions and revisions without gaps. */
async function expectStored(
  url: string,
  names: readonly string[],
  reports: readonly Report[],
): Promise<void> {
  const client = new Client(url);
  await client.connect();
  const one = async (sql: string, values: unknown[] = []): Promise<number> =>
    Number((await client.query<{ n: string }>(sql, values)).rows[0]!.n);
  const gaps = await one('SELECT max(position) - count(*) AS n FROM event_store.event');
  const broken = await one(`SELECT count(*) AS n FROM (SELECT 1 FROM event_store.event GROUP BY stream
    HAVING max(revision) + 1 <> count(*)) s`);
  const lost: string[] = [];
  for (const [index, name] of names.entries()) {
    const stored = await one("SELECT count(*) AS n FROM event_store.event WHERE meta->>'actor' = $1", [name]);
    const { acknowledged } = reports[index]!;
    if (stored !== acknowledged) lost.push(`${name}: ${acknowledged} acknowledged, ${stored} stored`);
  }
  await client.end();
  if (gaps !== 0 || broken !== 0 || lost.length > 0) {
    throw new Error(`the log is wrong: ${gaps} gaps, ${broken} streams with gaps; ${lost.join('; ')}`);
  }
  console.log(
    'every row right: positions and revisions without gaps, acknowledged = stored for each process',
  );
}
