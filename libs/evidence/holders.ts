import type { OfficeEvents } from '@huiyin/domain';
import type { LocalDate } from '@huiyin/kernel';
import type { Recorded } from './record';

/** Somebody in a post of an office. Named by subject id only: names are sealed and stay in the log. */
export interface PostHolder {
  post: OfficeEvents['LeaderAppointed']['post'];
  subject: string;
  from: LocalDate;
  /** The last day; absent while it lasts. */
  until?: LocalDate;
  /** 一岗双责: the post answers for its own line of business and for petition work in it, unless it was given for one alone. */
  duties: readonly PostDuty[];
  /** Categories (分管) that the post is in charge of; absent: all of the office's. */
  lines?: readonly string[];
  /** Log positions of the appointment and, where there is one, of its end. */
  positions: readonly number[];
}
export type PostDuty = NonNullable<OfficeEvents['LeaderAppointed']['duties']>[number];

/** Both, where an appointment does not say: one post, two duties. */
const BOTH: readonly PostDuty[] = ['business', 'petitions'];

/** Everybody who ever held a post of an office, from its own events, in the order in which they were appointed. */
export function postHolders(office: readonly Recorded[]): readonly PostHolder[] {
  const held: PostHolder[] = [];
  for (const { type, data, position } of office) {
    if (type === 'LeaderAppointed') {
      const { post, official, from, duties = BOTH, lines } = data as OfficeEvents['LeaderAppointed'];
      const { subject } = official;
      held.push({ post, subject, from, duties, ...(lines && { lines }), positions: [position] });
    }
    if (type === 'LeaderLeft') {
      const { post, subject, until } = data as OfficeEvents['LeaderLeft'];
      const index = held.findLastIndex((one) => isOpen(one) && one.post === post && one.subject === subject);
      const one = held[index];
      if (one) held[index] = { ...one, until, positions: [...one.positions, position] };
    }
  }
  return held;
}

const isOpen = ({ until }: PostHolder): boolean => until === undefined;

/** Those of the holders who were in their posts on some day from the first to the last, both included. */
export const holdersBetween = (
  holders: readonly PostHolder[],
  first: LocalDate,
  last: LocalDate,
): readonly PostHolder[] =>
  holders.filter(({ from, until }) => from <= last && (until === undefined || first <= until));

/** Those of the holders who answer for matters of a category. */
export const answerableFor = (holders: readonly PostHolder[], category: string): readonly PostHolder[] =>
  holders.filter(({ lines }) => lines === undefined || lines.includes(category));
