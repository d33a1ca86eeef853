import { deterministicId, HOUR_ms } from '@huiyin/kernel';
import { bundledPacks } from './bundled';
import type { Fact } from './duty';
import { eventsOf } from './matching';

/** A fact at a time of Beijing's wall clock, `2026-05-01 09:00`, or at an ISO instant. */
export function fact(type: string, at: string, data: Record<string, unknown> = {}, calendar?: string): Fact {
  const occurredAt = new Date(at.endsWith('Z') ? at : `${at.replace(' ', 'T')}+08:00`).toISOString();
  return { id: deterministicId(type, at, JSON.stringify(data)), type, occurredAt, data, meta: { calendar } };
}

export const registered = (at: string, more: Record<string, unknown> = {}): Fact =>
  fact('CaseRegistered', at, { pack: 'xinfang-2022@2', receiver: 'petitions', reachable: true, ...more });

export const sorted = (at: string, procedure = 'ordinary'): Fact =>
  fact('CaseSorted', at, { by: 'petitions', procedure });

export const sent = (at: string, to: string, more: Record<string, unknown> = {}): Fact =>
  fact('CaseSent', at, { by: 'petitions', to, mode: 'refer', reachable: true, ...more });

export const by = (type: string, at: string, office: string, more: Record<string, unknown> = {}): Fact =>
  fact(type, at, { by: office, ...more });

/** Beijing's wall clock of an instant, `2026-05-01 09:00`. */
export const beijing = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * HOUR_ms).toISOString().slice(0, 16).replace('T', ' ');

/** As validatePack is told of them; which aggregate holds which, the domain knows. */
export const everyEvent = (): ReadonlyMap<string, readonly string[]> =>
  new Map([...bundledEvents.map((type): Known => [type, ['any', 'case']]), ['FundOpened', ['fund']]]);
type Known = [type: string, streams: readonly string[]];

/** Every type of event that the bundled packs name, and one that nothing heeds. */
export const bundledEvents = [
  ...new Set([
    ...bundledPacks.flatMap(({ duties }) => duties.flatMap(eventsOf)),
    ...bundledPacks.flatMap(({ supervision }) =>
      (supervision?.triggers ?? []).flatMap(({ on }) => on.map(({ event }) => event)),
    ),
    'CaseSorted',
    'OfficeReminded',
    'DutyBreached',
  ]),
];
