import type { Metric } from './metric';
import type { Period } from './period';
import { DIMENSIONS, type Slicing } from './slicing';

/** The address of the cases behind a figure. Opening them is work inside: they are as many as they are. */
export function casesPath(
  { id, small }: Metric,
  { by, only = {} }: Pick<Slicing, 'by' | 'only'>,
  { from, to }: Pick<Period, 'from' | 'to'>,
  key: string | undefined,
  exact = false,
): string {
  const query = new URLSearchParams({ from, to });
  const filters = { ...only, ...(by !== undefined && key !== undefined && { [by]: key }) };
  for (const dimension of DIMENSIONS) {
    const value = filters[dimension];
    if (value !== undefined) query.set(dimension, value);
  }
  if (exact || small === 'suppressed') query.set('exact', 'true');
  return `/api/v1/metrics/${id}/cases?${query.toString()}`;
}
