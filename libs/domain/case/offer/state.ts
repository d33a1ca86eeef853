import { unreachable } from '@huiyin/kernel';
import type { OfferEvent } from './events';

/** `by` has the case, `to` was asked to take it. */
export type OfferState = { status: 'none' } | { status: 'offered' | 'declined'; by: string; to: string };

export const noOffer: OfferState = { status: 'none' };

export function evolveOffer(_: OfferState, { type, data }: OfferEvent): OfferState {
  switch (type) {
    case 'HandlingOffered':
      return { status: 'offered', by: data.by, to: data.to };
    case 'HandlingTaken':
      return noOffer;
    case 'HandlingDeclined':
      return { status: 'declined', by: data.from, to: data.by };
    default:
      return unreachable(type);
  }
}

/** A successor answers the offer that was made to the office before it. */
export function offerPassedOn(state: OfferState, from: string, to: string): OfferState {
  if (state.status === 'none') return state;
  const now = (office: string): string => (office === from ? to : office);
  return { ...state, by: now(state.by), to: now(state.to) };
}
