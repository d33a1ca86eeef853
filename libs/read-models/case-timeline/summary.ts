import { isSealed } from '@huiyin/kernel';

/** Of one text; the whole is in the event. */
const TEXT_CHARS_MAX = 300;
const ITEMS_MAX = 20;

/** What a timeline shows of an event's data: short, and of a sealed value only that there is one. */
export function summaryOf(value: unknown): unknown {
  if (typeof value === 'string')
    return value.length > TEXT_CHARS_MAX ? `${value.slice(0, TEXT_CHARS_MAX)}…` : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.slice(0, ITEMS_MAX).map(summaryOf);
  if (isSealed(value)) return { sealed: true };
  const summary: Record<string, unknown> = {};
  for (const [field, inner] of Object.entries(value)) {
    // The evidence of a review is a timeline itself.
    if (field !== 'evidence') summary[field] = summaryOf(inner);
  }
  return summary;
}
