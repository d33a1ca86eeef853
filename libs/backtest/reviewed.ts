import type { Finding, ReviewEvents } from '@huiyin/domain';
import type { Logged } from './backtest';

/** What the reviews that were held came to: each about one missed duty. */
export interface Reviewed {
  take(event: Logged): void;
  /** The finding that stands, `disputed` while it is; undefined where no review of the duty has found anything. */
  on(duty: string): Finding | 'disputed' | undefined;
}

type OnFinding = Pick<ReviewEvents['FindingRevised'], 'finding' | 'link'>;

/** Only a finding that was confirmed, and neither disputed nor set aside, counts. */
export function reviewed(): Reviewed {
  const duties = new Map<string, string>();
  const found = new Map<string, Finding | 'disputed'>();
  return {
    take({ stream, type, data }) {
      if (type === 'ReviewOpened') {
        const { dutyId } = data as ReviewEvents['ReviewOpened'];
        if (dutyId !== undefined) duties.set(stream, dutyId);
        return;
      }
      const duty = duties.get(stream);
      const { finding, link } = data as Partial<OnFinding>;
      // A link is another office's part in the same matter.
      if (duty === undefined || link !== undefined) return;
      if (type === 'FindingDisputed') found.set(duty, 'disputed');
      else if (DECIDES.has(type)) found.set(duty, finding!);
    },
    on: (duty) => found.get(duty),
  };
}

const DECIDES: ReadonlySet<string> = new Set(['FindingConfirmed', 'FindingUpheld', 'FindingRevised']);
