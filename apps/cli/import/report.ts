import type { Agreement, Mapping, Tally } from '@huiyin/csv-import';
import { refOf, type PolicyPack } from '@huiyin/policy';

export interface Counts {
  read: number;
  registered: number;
  /** Cases that were there and got steps that have come to pass since. */
  advanced: number;
  unchanged: number;
  /** Rows that repeat an earlier row of the file word for word. */
  repeated: number;
  closed: number;
  rejected: number;
}

export interface ImportReport {
  file: string;
  mapping: Mapping;
  dryRun: boolean;
  /** Ended before the end of the file, on a signal. */
  stopped: boolean;
  counts: Counts;
  offices: number;
  seconds: number;
  rejects?: string;
  pack: PolicyPack;
  /** The pack is a new version that this run has learned. */
  adopted: boolean;
  agreement?: Agreement;
}

const COLUMN = 26;
const number = (value: number): string => value.toLocaleString('en-US');
const line = (label: string, value: string): string => `  ${label.padEnd(COLUMN)}${value}\n`;
const count = (label: string, value: number, note = ''): string =>
  line(label, `${number(value).padStart(9)}${note && `  ${note}`}`);

const share = ({ agree, targets }: Tally): string =>
  targets === 0
    ? 'none'
    : `${number(agree)} of ${number(targets)} (${((100 * agree) / targets).toFixed(2)} %)`;

/** What `import` prints when it has ended. */
export function reportText(report: ImportReport): string {
  const { counts, dryRun, seconds, rejects } = report;
  const would = dryRun ? ' (would be)' : '';
  return [
    `${report.mapping.name}: ${report.file}${dryRun ? ' — dry run, nothing was written' : ''}\n`,
    count('rows read', counts.read),
    count(`cases registered${would}`, counts.registered),
    count('cases brought up to date', counts.advanced),
    count('already there', counts.unchanged),
    count('repeated in the file', counts.repeated),
    count(`closed${would}`, counts.closed),
    count('rejected', counts.rejected, rejects && counts.rejected > 0 ? `see ${rejects}` : ''),
    count(`offices registered${would}`, report.offices),
    line(
      'time',
      `${seconds.toFixed(1)} s, ${number(Math.round(counts.read / Math.max(seconds, 0.001)))} rows/s`,
    ),
    counts.read > 0 && counts.registered + counts.advanced + counts.rejected === 0
      ? '  Nothing new: every row is there already.\n'
      : '',
    report.stopped ? '  Stopped before the end of the file: run the same command again to go on.\n' : '',
    report.agreement ? agreementText(report, report.agreement) : '',
  ].join('');
}

function agreementText({ pack, adopted, dryRun }: ImportReport, agreement: Agreement): string {
  const { kinds, worst } = agreement;
  const state = adopted ? (dryRun ? ', would be adopted' : ', adopted now') : '';
  return [
    `Due dates against pack ${refOf(pack)}${state} (agree: less than a minute apart)\n`,
    line('all', share(agreement)),
    line('calendar days', share(kinds['calendar-days-exact'])),
    line('weekday clock', share(kinds['weekday-clock'])),
    line('service without a period', share(kinds.none)),
    ...worst.map((one) => line(`  ${one.service.slice(0, COLUMN - 4)}`, `${share(one)}, ${one.period}`)),
  ].join('');
}
