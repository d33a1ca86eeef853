import type { BulletinEvents } from '@huiyin/domain';
import type { LocalDate } from '@huiyin/kernel';

/** Which bulletin is to be made; with a position in the log it says all that the document depends on. */
export type Asked = Omit<BulletinEvents['BulletinIssued'], 'position' | 'sha256' | 'document'>;

const MONTH_CHARS = 7;

export const quarterOf = (day: LocalDate): string =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, MONTH_CHARS)) / 3)}`;

export function periodName({ kind, period }: Pick<Asked, 'kind' | 'period'>): string {
  if (kind === 'daily-list') return period.to;
  return kind === 'quarterly-ranking' ? quarterOf(period.to) : period.to.slice(0, MONTH_CHARS);
}

/** `daily-list-2026-03-02-housing`, `monthly-circular-2026-02`, `quarterly-ranking-2026-Q1`. */
export const idOf = (asked: Pick<Asked, 'kind' | 'period' | 'office'>): string =>
  [asked.kind, periodName(asked), ...(asked.office === undefined ? [] : [asked.office])].join('-');
