import {
  planCase,
  receiverOf,
  type AgreementCounter,
  type CsvItem,
  type Mapping,
  type PlannedCase,
  type Reject,
  type RowMapper,
} from '@huiyin/csv-import';
import { hash } from 'node:crypto';
import type { Written } from './case-writer';
import { inOrder } from './in-order';
import type { OfficeRegister } from './office-register';
import { readCsvFile } from './read-file';
import type { Counts } from './report';

/** Rows at work at once: while one group of them is being committed, the next one is decided. */
const ROWS_AT_ONCE_MAX = 256;
/** About 100 bytes of memory for each; a larger file is imported in parts. */
export const IDS_MAX = 5_000_000;

export interface ImportJob {
  file: string;
  mapping: Mapping;
  rows: RowMapper;
  offices: OfficeRegister;
  write: (planned: PlannedCase) => Promise<Written>;
  agreement: AgreementCounter;
  reject: (reject: Reject) => Promise<void>;
  /** Rows to read at most. */
  limit: number;
  stopping: AbortSignal;
  progress: (read: number, counts: Counts) => void;
}

type Outcome = { reject: Reject } | { written: Written; planned: PlannedCase } | 'repeated';

/** The second pass: every row to its case. Bad rows are told and left out; an error of the store ends it. */
export async function importRows(job: ImportJob): Promise<Counts> {
  const counts: Counts = {
    read: 0,
    registered: 0,
    advanced: 0,
    unchanged: 0,
    repeated: 0,
    closed: 0,
    rejected: 0,
  };
  await job.offices.ensure(receiverOf(job.mapping));
  const seen = new Map<string, string>();
  await inOrder(
    rowsOf(job, counts),
    ROWS_AT_ONCE_MAX,
    (item) => workOn(job, item, seen),
    (outcome) => settle(job, counts, outcome),
  );
  return counts;
}

async function* rowsOf(job: ImportJob, counts: Counts): AsyncGenerator<CsvItem> {
  for await (const { items, read } of readCsvFile(job.file, job.mapping.csv.delimiter)) {
    for (const item of items) {
      if (counts.read >= job.limit || job.stopping.aborted) return;
      if (item.kind === 'header') continue;
      counts.read += 1;
      yield item;
    }
    job.progress(read, counts);
  }
}

async function workOn(job: ImportJob, item: CsvItem, seen: Map<string, string>): Promise<Outcome> {
  const { line } = item;
  if (item.kind === 'fault') {
    return { reject: { line, column: '', reason: item.fault, message: item.message } };
  }
  const mapped = job.rows.row(line, item.fields);
  if (!mapped.ok) return mapped;
  const { row } = mapped;
  const before = sameId(seen, row.externalId, item.fields);
  if (before === 'same') return 'repeated';
  if (before === 'different') {
    const message = `${row.externalId} stands earlier in the file with other values`;
    return { reject: { line, column: '', reason: 'duplicate-id', message } };
  }
  if (row.due_ms !== undefined) job.agreement.add(row.texts.service, row.opened_ms, row.due_ms);
  const planned = planCase(job.mapping, row);
  for (const office of planned.offices) await job.offices.ensure(office);
  return { planned, written: await job.write(planned) };
}

/** 72 bits. Too short to be a slice that keeps the text alive which it was cut from. */
const digest = (text: string): string => hash('sha1', text, 'base64').slice(0, 12);

/** Keeps digests, not rows or ids: a part of a string would keep the whole piece of the file in memory. */
function sameId(
  seen: Map<string, string>,
  id: string,
  fields: readonly string[],
): 'new' | 'same' | 'different' {
  const [key, content] = [digest(id), digest(fields.join('\u0000'))];
  const before = seen.get(key);
  if (before !== undefined) return before === content ? 'same' : 'different';
  if (seen.size < IDS_MAX) seen.set(key, content);
  return 'new';
}

async function settle(job: ImportJob, counts: Counts, outcome: Outcome): Promise<void> {
  if (outcome === 'repeated') counts.repeated += 1;
  else if ('reject' in outcome) await refuse(job, counts, outcome.reject);
  else await count(job, counts, outcome.planned, outcome.written);
}

async function refuse(job: ImportJob, counts: Counts, reject: Reject): Promise<void> {
  counts.rejected += 1;
  await job.reject(reject);
}

async function count(job: ImportJob, counts: Counts, planned: PlannedCase, written: Written): Promise<void> {
  switch (written.status) {
    case 'written':
      if (written.created) counts.registered += 1;
      else counts.advanced += 1;
      if (written.closed) counts.closed += 1;
      return;
    case 'unchanged':
      counts.unchanged += 1;
      return;
    case 'refused': {
      const message = `${written.step}: ${written.message}`;
      await refuse(job, counts, { line: planned.row.line, column: '', reason: 'refused', message });
    }
  }
}
