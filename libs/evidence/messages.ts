import type { Instant } from '@huiyin/policy';
import type { Recorded } from './record';

/** What an office was told of a case, or of an order or a review about it, and the event that says so. */
export interface MessageSent {
  position: number;
  stream: string;
  type: string;
  at: Instant;
  /** The office that was told. */
  to: string;
  dutyId?: string;
  rule?: string;
}

/** Which event tells which offices. Whether mail or SMS arrived is not in the log; the notices list shows it. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  CaseSent: ['to'],
  OfficeReminded: ['office'],
  DutyBreached: ['office', 'overseer'],
  SupervisionOrdered: ['office'],
  ReviewOpened: ['office'],
  FindingConfirmed: ['office'],
};

export const messagesSent = (events: readonly Recorded[]): readonly MessageSent[] =>
  events.flatMap(({ position, stream, type, occurredAt: at, data }) => {
    const said = data as Readonly<Record<string, unknown>>;
    const about = Object.fromEntries(
      ['dutyId', 'rule'].flatMap((field) => (typeof said[field] === 'string' ? [[field, said[field]]] : [])),
    );
    const told = (TOLD[type] ?? []).map((field) => said[field]).filter((to) => typeof to === 'string');
    return [...new Set(told)].map((to) => ({ position, stream, type, at, to, ...about }));
  });
