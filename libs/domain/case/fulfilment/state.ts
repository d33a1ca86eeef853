import { unreachable } from '@huiyin/kernel';
import { damagedLog } from '../../damaged-log';
import type { ClaimOutcome } from '../spine/events';
import type { FulfilmentEvent } from './events';

export type FulfilmentState =
  | { status: 'unanswered' }
  /** `claims` are still to be carried out. */
  | { status: 'owed'; told: boolean; claims: readonly string[] }
  | { status: 'fulfilled' };

export const unanswered: FulfilmentState = { status: 'unanswered' };

const fulfilment = (told: boolean, claims: readonly string[]): FulfilmentState =>
  told && claims.length === 0 ? { status: 'fulfilled' } : { status: 'owed', told, claims };

/** What an opinion leaves to be done. */
export const owedBy = (outcomes: readonly ClaimOutcome[], told = true): FulfilmentState =>
  fulfilment(
    told,
    outcomes.flatMap(({ claim, carryOutBy }) => (carryOutBy === undefined ? [] : [claim])),
  );

/** A review changed the opinion on some claims: on the others it stands. */
export function changedBy(state: FulfilmentState, outcomes: readonly ClaimOutcome[]): FulfilmentState {
  const before = state.status === 'owed' ? state : { told: true, claims: [] };
  const others = before.claims.filter((claim) => !outcomes.some((one) => one.claim === claim));
  const owed = outcomes.flatMap(({ claim, carryOutBy }) => (carryOutBy === undefined ? [] : [claim]));
  return fulfilment(before.told, [...others, ...owed]);
}

export function evolveFulfilment(state: FulfilmentState, event: FulfilmentEvent): FulfilmentState {
  if (state.status !== 'owed') return damagedLog(event.type, state.status);
  switch (event.type) {
    case 'AnswerDelivered':
      return fulfilment(true, state.claims);
    case 'ClaimCarriedOut':
      return fulfilment(
        state.told,
        state.claims.filter((claim) => claim !== event.data.claim),
      );
    default:
      return unreachable(event);
  }
}
