import type { BoundColumns, ReadValue } from './bind-columns';
import type { FieldName, Mapping, StepName } from './mapping';
import { quoted, type Reject, type RejectReason } from './reject';
import { parseTimestamp } from './timestamp';

const ID_CHARS_MAX = 200;

type Texts = Partial<Record<Exclude<FieldName, 'openedAt' | 'closedAt' | 'dueAt'>, string>>;

/** What a row says, checked, before any rule of Huiyin's has seen it. */
export interface ImportRow {
  line: number;
  externalId: string;
  opened_ms: number;
  closed_ms: number | undefined;
  due_ms: number | undefined;
  texts: Texts;
  longitude: number | undefined;
  latitude: number | undefined;
  department: string | undefined;
  unit: string | undefined;
  steps: readonly StepName[];
}

export type MappedRow = { ok: true; row: ImportRow } | { ok: false; reject: Reject };

/** The first thing that is wrong with a row. */
class RowFault extends Error {
  constructor(
    readonly column: string,
    readonly reason: RejectReason,
    message: string,
  ) {
    super(message);
  }
}

type Fields = readonly string[];

export interface RowMapper {
  row(line: number, fields: Fields): MappedRow;
  /** Only what periods are learned from; undefined where the row does not say it all. */
  target(fields: Fields): Target | undefined;
}

export interface Target {
  service: string;
  opened_ms: number;
  due_ms: number;
}

const columnOf = (read: ReadValue | undefined, fields: Fields): string => read?.(fields).column ?? '';

function text(read: ReadValue | undefined, fields: Fields): string | undefined {
  const value = read?.(fields);
  if (value === undefined) return undefined;
  switch (value.status) {
    case 'empty':
      return undefined;
    case 'value':
      return value.text;
    case 'not-utf8':
      throw new RowFault(value.column, 'not-utf8', 'it holds bytes that are no UTF-8');
    case 'unknown':
      throw new RowFault(value.column, 'unknown-value', `the mapping does not know ${quoted(value.text)}`);
  }
}

/** Values of one file by the name of their field; each throws the RowFault that it finds. */
function createValues({ dates }: Mapping, { fields: reads }: BoundColumns, now_ms: number) {
  function needed(name: FieldName, fields: Fields): string {
    const found = text(reads[name], fields);
    if (found !== undefined) return found;
    throw new RowFault(columnOf(reads[name], fields), 'missing-value', `${name} is empty`);
  }

  function instant(name: FieldName, fields: Fields): number | undefined {
    const given = text(reads[name], fields);
    if (given === undefined) return undefined;
    const parsed = parseTimestamp(given, dates.formats, dates.zone);
    if (parsed.ok) return parsed.at_ms;
    throw new RowFault(columnOf(reads[name], fields), 'bad-date', `${quoted(given)}: ${parsed.message}`);
  }

  function past(name: FieldName, fields: Fields): number {
    needed(name, fields);
    const at_ms = instant(name, fields)!;
    if (at_ms <= now_ms) return at_ms;
    throw new RowFault(columnOf(reads[name], fields), 'in-the-future', `${name} has not come yet`);
  }

  function degrees(name: 'longitude' | 'latitude', limit: number, fields: Fields): number | undefined {
    const given = text(reads[name], fields);
    if (given === undefined) return undefined;
    const value = Number(given);
    if (Math.abs(value) <= limit) return value;
    throw new RowFault(columnOf(reads[name], fields), 'bad-number', `${quoted(given)} is no ${name}`);
  }

  return { needed, instant, past, degrees };
}

/** `now_ms`: what happened later is rejected. Never throws, whatever the fields hold. */
export function createRowMapper(mapping: Mapping, columns: BoundColumns, now_ms: number): RowMapper {
  const statuses = Object.entries(mapping.chains).map(
    ([status, steps]) => [status.toLowerCase(), steps] as const,
  );
  const chains = new Map(statuses);
  const reads = columns.fields;
  const { needed, instant, past, degrees } = createValues(mapping, columns, now_ms);

  function read(line: number, fields: Fields): ImportRow {
    const externalId = needed('externalId', fields);
    if (externalId.length > ID_CHARS_MAX) {
      throw new RowFault(
        columnOf(reads.externalId, fields),
        'too-long',
        `more than ${ID_CHARS_MAX} characters`,
      );
    }
    const opened_ms = past('openedAt', fields);
    const steps = stepsOf(fields);
    const closed_ms = steps.includes('answer') ? past('closedAt', fields) : undefined;
    if (closed_ms !== undefined && closed_ms < opened_ms) {
      const message = 'it closed before it opened';
      throw new RowFault(columnOf(reads.closedAt, fields), 'closed-before-opened', message);
    }
    for (const name of NEEDED_TEXTS) needed(name, fields);
    return {
      line,
      externalId,
      opened_ms,
      closed_ms,
      due_ms: instant('dueAt', fields),
      texts: Object.fromEntries(TEXTS.map((name) => [name, text(reads[name], fields)])),
      longitude: degrees('longitude', 180, fields),
      latitude: degrees('latitude', 90, fields),
      department: text(columns.department, fields),
      unit: text(columns.unit, fields),
      steps,
    };
  }

  function stepsOf(fields: Fields): readonly StepName[] {
    const status = needed('status', fields);
    const steps = chains.get(status.toLowerCase());
    if (steps) return steps;
    const message = `the mapping has no chain for ${quoted(status)}`;
    throw new RowFault(columnOf(reads.status, fields), 'unknown-value', message);
  }

  function target(fields: Fields): Target | undefined {
    const [opened_ms, due_ms] = [instant('openedAt', fields), instant('dueAt', fields)];
    const service = text(reads.service, fields);
    if (opened_ms === undefined || due_ms === undefined || service === undefined) return undefined;
    return { service, opened_ms, due_ms };
  }

  return {
    row(line, fields) {
      const found = caught(() => read(line, fields));
      if (!(found instanceof RowFault)) return { ok: true, row: found };
      const { column, reason, message } = found;
      return { ok: false, reject: { line, column, reason, message } };
    },
    target(fields) {
      const found = caught(() => target(fields));
      return found instanceof RowFault ? undefined : found;
    },
  };
}

function caught<T>(read: () => T): T | RowFault {
  try {
    return read();
  } catch (fault) {
    if (fault instanceof RowFault) return fault;
    throw fault;
  }
}

const NEEDED_TEXTS = ['title', 'place', 'category', 'channel'] as const satisfies readonly FieldName[];

const TEXTS = [
  'title',
  'summary',
  'place',
  'category',
  'channel',
  'tier',
  'service',
  'answer',
  'outcome',
  'basis',
  'statement',
  'petitionerName',
  'petitionerPhone',
  'petitionerEmail',
  'petitionerAddress',
] as const satisfies readonly FieldName[];
