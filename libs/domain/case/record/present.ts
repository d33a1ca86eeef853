import type { RecordEvents } from './events';

interface Told {
  type: string;
  data: unknown;
}

type Corrected = RecordEvents['RecordCorrected'];

/** The corrections of one entry of a case's file: the last one of each field. */
export function correctionsOf(history: readonly Told[], entry: number): ReadonlyMap<string, Corrected> {
  const corrected = history
    .filter(({ type }) => type === 'RecordCorrected')
    .map(({ data }) => data as Corrected)
    .filter((one) => one.entry === entry);
  return new Map(corrected.map((one) => [one.field, one]));
}

/** How a plain field of an entry is read now: as it was last corrected, or as it was written. */
export function presentIn(
  history: readonly Told[],
  entry: number,
  field: string,
): string | number | undefined {
  const value =
    correctionsOf(history, entry).get(field)?.after ??
    (history[entry]?.data as Record<string, unknown> | undefined)?.[field];
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}
