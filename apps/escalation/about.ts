import { isKeptFrom, keptFromOf } from '@huiyin/domain';
import type { StoredEvent } from '@huiyin/event-store';
import type { Duty } from '@huiyin/policy';
import type { Circumstances } from './circumstances';

/** Streams of several cases, or of none: each duty is about the case that its request or item names. */
const ACCOUNTS = ['fund-', 'ledger-', 'assessment-'];

/** What an order or a review about a duty rests on. */
export interface About {
  caseId: string;
  /** The events of the case. */
  recorded: readonly StoredEvent[];
  /** What the duty's own stream has to say of it: on an account nothing of other requests or items. */
  told: readonly StoredEvent[];
  account?: string;
}

/**
 * The case that a missed duty is looked into on. Undefined on an account where the entry is about no case, or about one
 * that lies in no log here or accuses the office (Art. 30): the breach stays on record, and whoever oversees it was told.
 */
export async function aboutDuty(duty: Duty, given: Circumstances): Promise<About | undefined> {
  const { stream, history, caseId, historyOf, offices } = given;
  if (!ACCOUNTS.some((prefix) => stream.startsWith(prefix)))
    return { caseId, recorded: await historyOf(caseId), told: history };
  const told = history.filter((event) => isAbout(duty, event, given));
  const named = told.map(({ data }) => (data as { caseId?: string }).caseId).find((id) => id !== undefined);
  const recorded = named === undefined ? [] : await historyOf(named);
  if (named === undefined || recorded.length === 0) return undefined;
  if (isKeptFrom(duty.owner, keptFromOf(recorded), offices)) return undefined;
  return { caseId: named, recorded, told, account: stream };
}

/** What raised and moved a duty, and the record of its breach. */
export const isOf = (duty: Duty, { id, type, data }: StoredEvent): boolean =>
  duty.facts.includes(id) || (type === 'DutyBreached' && (data as { dutyId: string }).dutyId === duty.id);

function isAbout(duty: Duty, event: StoredEvent, { rules }: Circumstances): boolean {
  const key = rules.pack(duty.policy).duties.find(({ id }) => id === duty.rule)?.each?.key;
  const entry = key === undefined ? undefined : (event.data as Readonly<Record<string, unknown>>)[key];
  return entry === undefined ? isOf(duty, event) : entry === duty.instance;
}
