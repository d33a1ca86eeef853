import { csvRecord } from '@huiyin/kernel';
import type { CsvFault } from './csv-reader';

/** Why a row is not taken. Codes are stable; the message says what to look at. */
export type RejectReason =
  | CsvFault
  | 'not-utf8'
  | 'missing-value'
  | 'unknown-value'
  | 'bad-date'
  | 'bad-number'
  | 'too-long'
  | 'closed-before-opened'
  | 'in-the-future'
  | 'duplicate-id'
  | 'refused';

export interface Reject {
  /** Physical line of the file that the record begins on, from 1. */
  line: number;
  /** As the header writes it; empty where the whole row is meant. */
  column: string;
  reason: RejectReason;
  message: string;
}

const QUOTED_CHARS_MAX = 60;

/** A value from the file in a message: short, on one line. */
export const quoted = (value: string): string =>
  `"${value.length > QUOTED_CHARS_MAX ? `${value.slice(0, QUOTED_CHARS_MAX)}…` : value}"`;

export const REJECTS_HEADER = 'line,column,reason,message\n';

export const rejectLine = ({ line, column, reason, message }: Reject): string =>
  `${csvRecord([line, column, reason, message])}\n`;
