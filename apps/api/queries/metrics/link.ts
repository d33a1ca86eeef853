import { DIMENSIONS, type Metric, type Period } from '@huiyin/metrics';
import type { Asked } from './asked';

/** The address of the cases behind a figure. Opening them is work inside: they are as many as they are. */
export function linkTo(
  { id, small }: Metric,
  { slicing: { by, only = {} }, exact }: Asked,
  { from, to }: Period,
  key: string | undefined,
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
